//! The form of a step: generated from the operation's schema, checked as it is filled, with the
//! effect of the step before it is applied.

mod choices;
mod columns;
mod field;
mod ports;
mod rows;
mod state;
mod step_form;
mod text;

pub use field::fields_view;
pub use state::FormState;
pub use step_form::StepForm;
