s () 
{ 
    xdotool mousemove $1 $2;
    sleep .12;
    xdotool click ${3:-1};
    sleep ${4:-.5}
}
