//! A square table between columns: figures in text, shaded by a mark whose size follows the figure.

use leptos::prelude::*;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    /// What it says.
    pub text: String,
    /// How much of the square the mark fills, from 0 to 1.
    pub share: f64,
    /// Whether the mark is that of negative figures: a ring instead of a disc.
    pub negative: bool,
}

/// The table; scrolls sideways on its own.
#[component]
pub fn SquareTable(
    /// Caption.
    caption: String,
    /// Names of rows and columns.
    names: Vec<String>,
    /// Cells, by row.
    cells: Vec<Vec<Square>>,
) -> impl IntoView {
    let label = caption.clone();
    let heads = names.iter().map(|name| view! { <th scope="col" class="end" title=name.clone()>{name.clone()}</th> });
    let rows = names.iter().zip(cells).map(|(name, cells)| {
        view! {
            <tr>
                <th scope="row" title=name.clone()>{name.clone()}</th>
                {cells.into_iter().map(square).collect_view()}
            </tr>
        }
    });
    view! {
        <div class="small-table-scroll" tabindex="0" role="group" aria-label=label>
            <table class="small-table square-table">
                <caption>{caption}</caption>
                <thead><tr><td></td>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn square(cell: Square) -> impl IntoView {
    // The area of the mark follows the figure, as the eye compares areas.
    let radius = 5.5 * cell.share.clamp(0.0, 1.0).sqrt();
    view! {
        <td class="end">
            <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                <circle class:ring=cell.negative cx="7" cy="7" r=format!("{radius:.2}")></circle>
            </svg>
            {cell.text}
        </td>
    }
}
