//! The list of operations: one line each.

use std::marker::PhantomData;

use super::contract::Erased;
use super::{AnyOperation, clean, quality, source, transform};

macro_rules! operations {
    ($($operation:ty),* $(,)?) => {
        &[$(&Erased::<$operation>(PhantomData)),*]
    };
}

static OPERATIONS: &[&dyn AnyOperation] = operations![
    source::generate_sample::GenerateSample,
    source::import_arrow::ImportArrow,
    source::import_csv::ImportCsv,
    source::import_fixed::ImportFixed,
    source::import_json::ImportJson,
    source::import_log::ImportLog,
    source::import_parquet::ImportParquet,
    source::import_text::ImportText,
    source::import_xml::ImportXml,
    clean::bin::Bin,
    clean::cast::Cast,
    clean::clean_text::CleanText,
    clean::conditional::Conditional,
    clean::deduplicate::Deduplicate,
    clean::extract::Extract,
    clean::fill::Fill,
    clean::interpolate::Interpolate,
    clean::merge_columns::MergeColumns,
    clean::null_tokens::NullTokens,
    clean::parse_dates::ParseDates,
    clean::replace::Replace,
    clean::split_column::SplitColumn,
    transform::aggregate::Aggregate,
    transform::asof_join::AsofJoin,
    transform::compare::Compare,
    transform::cumulative::Cumulative,
    transform::derive::Derive,
    transform::difference::Difference,
    transform::explode::Explode,
    transform::filter::Filter,
    transform::join::Join,
    transform::one_hot::OneHot,
    transform::pivot::Pivot,
    transform::rank::Rank,
    transform::sample::Sample,
    transform::select::Select,
    transform::sort::Sort,
    transform::sql::Sql,
    transform::top::Top,
    transform::union::Union,
    transform::unpivot::Unpivot,
    transform::window::Window,
    quality::expect::Expect,
    quality::flag_duplicates::FlagDuplicates,
    quality::flag_outliers::FlagOutliers,
    quality::missingness::Missingness,
    quality::report_anomalies::ReportAnomalies,
];

/// Every operation, by group then name.
pub fn all() -> &'static [&'static dyn AnyOperation] {
    OPERATIONS
}

/// The operation of this name.
pub fn find(name: &str) -> Option<&'static dyn AnyOperation> {
    OPERATIONS.iter().copied().find(|operation| operation.name() == name)
}
