//! How a set of commands is written down: names, pairs and the exhaustive enum come from one list.

/// Declares a set. `module::Request => Answer, Read [Tags];` for each command.
macro_rules! commands {
    ($(#[$about:meta])* $set:ident; $($(#[$meta:meta])* $module:ident :: $name:ident => $answer:ty, $access:ident [$($tag:ident),*];)+) => {
        $(#[$about])*
        #[derive(Clone, Debug, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(tag = "command", content = "arguments")]
        pub enum $set {
            $( $(#[$meta])* $name($module::$name), )+
        }

        impl $set {
            /// Its name on the wire.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $( Self::$name(_) => stringify!($name), )+ }
            }

            /// Whether it may change anything.
            #[must_use]
            pub const fn access(&self) -> $crate::Access {
                match self { $( Self::$name(_) => $crate::Access::$access, )+ }
            }

            /// Every name, for documents and tests.
            pub const NAMES: &'static [&'static str] = &[$( stringify!($name) ),+];
        }

        $(
            impl $crate::Command for $module::$name {
                type Answer = $answer;
                type Set = $set;
                const NAME: &'static str = stringify!($name);
                const ACCESS: $crate::Access = $crate::Access::$access;
                const PROVIDES: &'static [$crate::Tag] = &[$($crate::Tag::$tag),*];

                fn request(self) -> $set {
                    $set::$name(self)
                }
            }
        )+
    };
}

pub(crate) use commands;
