//! Arithmetic of the virtual grid: which rows are seen, and how to scroll five million rows in an
//! element that no browser lets grow so tall. The cells themselves are kept by `pages`.

use std::ops::Range;

/// Tallest element that every browser lays out exactly (Firefox stops at 17.8 million pixels).
pub const MAX_HEIGHT_PX: f64 = 12_000_000.0;
/// Rows drawn above and below what is seen.
pub const OVERSCAN_ROWS: u64 = 2;

/// A scrolled list of rows of one height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Rows of the table.
    pub rows: u64,
    /// Height of a row in pixels.
    pub row_px: f64,
    /// Height of the visible part in pixels.
    pub view_px: f64,
}

impl Viewport {
    /// Height of all rows, were there no limit.
    fn full_px(&self) -> f64 {
        self.rows as f64 * self.row_px
    }

    /// Height of the scrolled element.
    pub fn height_px(&self) -> f64 {
        self.full_px().min(MAX_HEIGHT_PX)
    }

    /// Pixels of the full list for one pixel of the element: 1 where nothing is scaled.
    pub fn scale(&self) -> f64 {
        let (full, shown) = (self.full_px() - self.view_px, self.height_px() - self.view_px);
        if shown > 0.0 { (full / shown).max(1.0) } else { 1.0 }
    }

    /// Whole rows that fit.
    pub fn rows_in_view(&self) -> u64 {
        ((self.view_px / self.row_px).floor() as u64).max(1)
    }

    /// First row that is at least partly seen.
    pub fn first_visible(&self, scroll_top: f64) -> u64 {
        let row = (scroll_top.max(0.0) * self.scale() / self.row_px).floor() as u64;
        row.min(self.rows.saturating_sub(1))
    }

    /// Rows to draw.
    pub fn drawn(&self, scroll_top: f64) -> Range<u64> {
        let first = self.first_visible(scroll_top);
        let last = first + self.rows_in_view() + 2;
        first.saturating_sub(OVERSCAN_ROWS)..(last + OVERSCAN_ROWS).min(self.rows)
    }

    /// Where the first drawn row stands in the element, so that rows glide with the scrolling.
    pub fn drawn_top_px(&self, scroll_top: f64) -> f64 {
        let full_top = scroll_top.max(0.0) * self.scale();
        let first = self.drawn(scroll_top).start as f64;
        scroll_top.max(0.0) + first * self.row_px - full_top
    }

    /// The scroll position that brings a row into view with the least movement.
    pub fn scroll_to(&self, row: u64, scroll_top: f64) -> f64 {
        let full_top = scroll_top * self.scale();
        let (top, bottom) = (row as f64 * self.row_px, (row + 1) as f64 * self.row_px);
        let wanted = if top < full_top {
            top
        } else if bottom > full_top + self.view_px {
            bottom - self.view_px
        } else {
            return scroll_top;
        };
        (wanted / self.scale()).clamp(0.0, (self.height_px() - self.view_px).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(rows: u64) -> Viewport {
        Viewport { rows, row_px: 28.0, view_px: 560.0 }
    }

    #[test]
    fn small_tables_scroll_pixel_by_pixel() {
        let view = view(1_000);
        assert_eq!(view.height_px(), 28_000.0);
        assert_eq!(view.first_visible(0.0), 0);
        assert_eq!(view.first_visible(281.0), 10);
        assert_eq!(view.drawn(281.0), 8..34);
        assert_eq!(view.drawn_top_px(281.0), 8.0 * 28.0);
        assert_eq!(view.drawn(27_440.0).end, 1_000);
    }

    #[test]
    fn five_million_rows_reach_both_ends() {
        let view = view(5_000_000);
        assert_eq!(view.height_px(), MAX_HEIGHT_PX);
        let end = MAX_HEIGHT_PX - view.view_px;
        assert_eq!(view.first_visible(end), 4_999_980);
        assert_eq!(view.drawn(end).end, 5_000_000);
        let rows_px = (5_000_000 - view.drawn(end).start) as f64 * 28.0;
        assert!((view.drawn_top_px(end) + rows_px - MAX_HEIGHT_PX).abs() < 1e-3, "the last row ends with the element");
        for row in [0, 1, 777_777, 2_500_000, 4_999_999] {
            let top = view.scroll_to(row, 6_000_000.0);
            let seen = view.drawn(top);
            assert!(seen.contains(&row), "{row} in {seen:?}");
            assert_eq!(view.scroll_to(row, top), top, "a row that is seen moves nothing");
        }
    }
}
