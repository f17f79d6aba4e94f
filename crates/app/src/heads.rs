//! Heads of units who were typed before the list came: once the list has them, it speaks for them.

use crate::Trouble;
use domain::{Document, Employee, EmployeeId, Nip, PersonReference, Unit};
use std::collections::HashMap;
use store::Act;

/// Ties typed heads to these employees by their NIP.
pub(crate) fn adopt(act: &mut Act<'_>, employees: &[Employee]) -> Result<(), Trouble> {
    let by_nip: HashMap<&Nip, EmployeeId> = employees.iter().map(|it| (&it.nip, it.id)).collect();
    for mut unit in act.units()? {
        let found = typed_nip(&unit).and_then(|nip| by_nip.get(nip).copied());
        if let Some(id) = found {
            unit.head = Some(PersonReference::Employee(id));
            act.put(Document::Unit(unit))?;
        }
    }
    Ok(())
}

/// The NIP of a head who is typed.
fn typed_nip(unit: &Unit) -> Option<&Nip> {
    match &unit.head {
        Some(PersonReference::Typed(typed)) => typed.nip.as_ref(),
        _ => None,
    }
}
