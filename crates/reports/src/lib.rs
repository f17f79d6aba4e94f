//! Report models as pure tables, Excel out, employee lists in.
