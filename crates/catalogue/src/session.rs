//! Who uses the program: texts that become data.

crate::messages! {
    head_of(unit) => "Kepala {unit}", "Head of {unit}";
}
