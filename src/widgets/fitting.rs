//! Which of a row of things fit into the room there is.

/// Which things of these widths fit into the room: the first ones, and the chosen one in any case.
#[must_use]
pub fn fitting(widths: &[f32], chosen: Option<usize>, room: f32) -> Vec<bool> {
    let mut left = room - chosen.and_then(|chosen| widths.get(chosen)).copied().unwrap_or(0.0);
    let mut is_full = false;
    let fits = |(at, width): (usize, &f32)| {
        if Some(at) == chosen {
            return true;
        }
        left -= width;
        is_full |= left < 0.0;
        !is_full
    };
    widths.iter().enumerate().map(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_one_is_shown_even_if_others_before_it_are_not() {
        let widths = [100.0, 100.0, 100.0, 100.0];
        assert_eq!(fitting(&widths, None, 250.0), [true, true, false, false]);
        assert_eq!(fitting(&widths, Some(3), 250.0), [true, false, false, true]);
        assert_eq!(fitting(&widths, Some(0), 50.0), [true, false, false, false]);
    }
}
