//! The pack as one HTML file: pictures within, no script, nothing from outside.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::{Figure, Grid, Pack, Part};
use crate::clock::Clock;
use crate::export::chart::{Look, svg};
use crate::export::number::{count, percent};
use crate::export::table::{Cell, Column};
use crate::export::visible::visible;

/// How the page looks, on screen and on paper. Light alone: it is made to be printed. On paper each chapter begins on a
/// page of its own, and wide tables have smaller letters.
const STYLE: &str = "\
:root{color-scheme:light}\
body{font:15px/1.5 system-ui,'Segoe UI','Helvetica Neue',Ubuntu,'Noto Sans',Arial,sans-serif,'Segoe UI Emoji','Apple Color Emoji',\
'Noto Color Emoji','Noto Emoji';color:#1c2330;background:#fff;max-width:1100px;margin:0 auto;padding:32px 24px}\
h1{font-size:28px;margin:0 0 16px}h2{font-size:21px;margin:48px 0 4px;border-top:1px solid #d9dee6;padding-top:24px}\
h3{font-size:16px;margin:28px 0 8px}p.about,p.note,figcaption,.more{color:#586273;margin:0 0 12px}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0}dt{color:#586273}dd{margin:0;overflow-wrap:anywhere}\
.figures{display:flex;flex-wrap:wrap;gap:12px;padding:0;margin:16px 0;list-style:none}\
.figures li{border:1px solid #d9dee6;border-radius:6px;padding:10px 16px;min-width:130px;break-inside:avoid}\
.figures b{display:block;font-size:24px;font-weight:600;font-variant-numeric:tabular-nums}.figures small{color:#586273}\
figure{margin:16px 0;break-inside:avoid}figure svg{display:block;box-sizing:border-box;width:100%;height:auto;border:1px solid #d9dee6;border-radius:6px}\
table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}\
thead{display:table-header-group}tr{break-inside:avoid}\
th{text-align:left;color:#586273;font-weight:600;border-bottom:1px solid #a9b2c0;padding:5px 10px 5px 0;vertical-align:bottom}\
td{border-bottom:1px solid #e7ebf0;padding:4px 10px 4px 0;vertical-align:top;overflow-wrap:break-word}\
th:last-child,td:last-child{padding-right:0}.number+:not(.number){padding-left:8px}\
.number{text-align:right}td.number,td.short,td span{white-space:nowrap}td.long{min-width:16em}td.broken{overflow-wrap:anywhere;min-width:11em}\
@page{margin:16mm 14mm}@media print{body{padding:0;max-width:none;font-size:11pt}h2{break-before:page;border:0;margin-top:0;padding-top:0}\
h2.flow{break-before:auto;margin-top:24pt}h2,h3,p.about,h2~p.note:has(+figure){break-after:avoid}\
table{font-size:8.5pt}table.wide{font-size:6.8pt}.wide th,.wide td{padding-right:5px}}";

/// Tables with more columns than this have smaller letters on paper.
const MOST_COLUMNS: usize = 9;
/// Texts of more characters than this need room of their own.
const LONG: usize = 36;
/// Texts of at most so many characters stay on one line.
const SHORT: usize = 14;
/// Words of more characters than this may be broken anywhere.
const LONGEST_WORD: usize = 18;

/// Writes the pack as an HTML document. Texts may hold anything: they are escaped, and characters that hide or turn
/// text are shown as their codes.
#[must_use]
pub fn html(pack: &Pack, look: &Look) -> String {
    let mut page = Page { out: String::new(), clock: pack.clock, has_chapter: false };
    page.put(format_args!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n",
        escaped(&pack.title)
    ));
    page.facts(&pack.facts);
    for (place, part) in pack.parts.iter().enumerate() {
        if let Part::Chapter { title, about } = part {
            // The first one begins below what the pack is of; one that only says why it is empty needs no page.
            let following = pack.parts.get(place + 1..).unwrap_or_default();
            let is_flowing = !page.has_chapter || is_empty_chapter(following);
            page.chapter(title, about, is_flowing);
        } else {
            page.part(part, look);
        }
    }
    page.put(format_args!("<h2 class=\"flow\">Sources</h2>\n"));
    page.grid(&pack.sources);
    page.out.push_str("</main>\n</body>\n</html>\n");
    page.out
}

/// Whether nothing but notes stands in front of the next chapter.
fn is_empty_chapter(following: &[Part]) -> bool {
    let mut own = following.iter().take_while(|part| !matches!(part, Part::Chapter { .. }));
    own.all(|part| matches!(part, Part::Note(_)))
}

struct Page {
    out: String,
    clock: Clock,
    /// Whether a chapter has begun.
    has_chapter: bool,
}

impl Page {
    fn put(&mut self, part: fmt::Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = self.out.write_fmt(part);
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        self.out.push_str("<dl>\n");
        for (name, value) in facts {
            self.put(format_args!("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value)));
        }
        self.out.push_str("</dl>\n");
    }

    fn chapter(&mut self, title: &str, about: &str, is_flowing: bool) {
        self.has_chapter = true;
        let class = if is_flowing { " class=\"flow\"" } else { "" };
        let (title, about) = (escaped(title), escaped(about));
        self.put(format_args!("<h2{class}>{title}</h2>\n<p class=\"about\">{about}</p>\n"));
    }

    fn part(&mut self, part: &Part, look: &Look) {
        match part {
            Part::Chapter { title, about } => self.chapter(title, about, false),
            Part::Figures(figures) => self.figures(figures),
            Part::Chart { chart, .. } => {
                let picture = svg(chart, look);
                self.put(format_args!("<figure>\n{picture}</figure>\n"));
            }
            Part::Table(grid) => {
                self.put(format_args!("<h3>{}</h3>\n", escaped(&grid.title)));
                self.grid(grid);
            }
            Part::Note(note) => self.put(format_args!("<p class=\"note\">{}</p>\n", escaped(note))),
        }
    }

    fn figures(&mut self, figures: &[Figure]) {
        self.out.push_str("<ul class=\"figures\">\n");
        for figure in figures {
            self.put(format_args!(
                "<li><small>{}</small><b>{}</b><small>{}</small></li>\n",
                escaped(&figure.title),
                escaped(&figure.value),
                escaped(&figure.change)
            ));
        }
        self.out.push_str("</ul>\n");
    }

    fn grid(&mut self, grid: &Grid) {
        if grid.rows.is_empty() {
            self.out.push_str("<p class=\"more\">None</p>\n");
            return;
        }
        let classes: Vec<&str> =
            grid.columns.iter().enumerate().map(|(place, column)| self.class(grid, place, column)).collect();
        let wide = if grid.columns.len() > MOST_COLUMNS { " class=\"wide\"" } else { "" };
        self.put(format_args!("<table{wide}>\n<thead><tr>"));
        for column in &grid.columns {
            let class = if column.align_right { " class=\"number\"" } else { "" };
            self.put(format_args!("<th scope=\"col\"{class}>{}</th>", escaped(&column.title)));
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in &grid.rows {
            self.out.push_str("<tr>");
            for (class, cell) in classes.iter().zip(row) {
                self.put(format_args!("<td{class}>"));
                self.cell(cell);
                self.out.push_str("</td>");
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
        if grid.left_out > 0 {
            self.put(format_args!("<p class=\"more\">and {} more</p>\n", count(grid.left_out)));
        }
    }

    /// How the cells of a column break, so that neither dates nor words fall apart where others need the room.
    fn class(&self, grid: &Grid, place: usize, column: &Column) -> &'static str {
        if column.align_right {
            return " class=\"number\"";
        }
        let texts = || grid.rows.iter().filter_map(|row| row.get(place)).map(|cell| read(cell, self.clock));
        let longest = texts().map(|text| text.chars().count()).max().unwrap_or(0);
        let word = texts().filter_map(|text| text.split([' ', '-']).map(|word| word.chars().count()).max()).max();
        match longest {
            0..=SHORT => " class=\"short\"",
            _ if word.is_some_and(|word| word > LONGEST_WORD) => " class=\"broken\"",
            long if long > LONG => " class=\"long\"",
            _ => "",
        }
    }

    fn cell(&mut self, cell: &Cell<'_>) {
        if let Cell::Moment(at) = cell {
            // A date and its time may stand below each other; neither breaks.
            let (date, time) = (self.clock.date(*at), self.clock.time(*at));
            self.put(format_args!("<span>{date}</span> <span>{time}</span>"));
        } else {
            let text = escaped(&read(cell, self.clock));
            self.out.push_str(&text);
        }
    }
}

/// A cell as people read it.
fn read<'a>(cell: &'a Cell<'_>, clock: Clock) -> Cow<'a, str> {
    match cell {
        Cell::Text(text) | Cell::Nested(text) => Cow::Borrowed(text),
        Cell::Integer(number) if *number >= 0 => Cow::Owned(count(number.unsigned_abs())),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Number(number) if number.is_finite() => Cow::Owned(number.to_string()),
        Cell::Share(share) if share.is_finite() => Cow::Owned(percent(*share)),
        Cell::Missing | Cell::Number(_) | Cell::Share(_) => Cow::Borrowed(""),
        Cell::Moment(moment) => Cow::Owned(clock.date_time(*moment)),
        Cell::Flag(flag) => Cow::Borrowed(if *flag { "yes" } else { "no" }),
        Cell::List(items) => Cow::Owned(items.join(", ")),
    }
}

/// A text between tags or in an attribute in double quotes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
