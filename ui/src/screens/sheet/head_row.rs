//! The heads of the columns.

use super::column::SheetColumn;
use super::grid::Grid;
use catalogue::page_sheet as words;
use leptos::prelude::*;

/// The head row. It stays in sight, like the names.
#[component]
pub fn HeadRow(grid: Grid) -> impl IntoView {
    let language = grid.language;
    view! {
        <tr>
            <th class="sheet-name" scope="col">{words::column_person(language)}</th>
            <For
                each=move || grid.columns.get()
                key=|column| column.order()
                children=move |column: SheetColumn| {
                    view! {
                        <th
                            scope="col"
                            class:num=column.is_count()
                            class:detail=column.is_behaviour()
                            data-col=column.key()
                            title=column.name(language)
                        >
                            {column.head(language)}
                        </th>
                    }
                }
            />
        </tr>
    }
}
