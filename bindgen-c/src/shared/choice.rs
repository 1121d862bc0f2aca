//! Options that take one of a few names.

/// Makes a type the type of an option whose value is one of these names, each with what it stands for.
macro_rules! choices {
    ($ty:ty { $($name:literal => $value:expr,)* }) => {
        impl witc_bindgen_core::Setting for $ty {
            const KIND: witc_bindgen_core::Kind =
                witc_bindgen_core::Kind::Choice(&[$(($name, $name)),*]);

            fn take(
                &mut self,
                value: witc_bindgen_core::Value,
            ) -> Result<(), witc_bindgen_core::SetError> {
                use witc_bindgen_core::{SetError, Value};
                let name = match value {
                    Value::Text(name) => name,
                    Value::Flag(_) | Value::Texts(_) | Value::Pairs(_) => {
                        return Err(SetError::WrongKind(Self::KIND));
                    }
                };
                let values = [$(($name, $value)),*];
                let chosen = values.into_iter().find(|(choice, _)| *choice == name);
                (_, *self) = chosen.ok_or(SetError::NotAChoice(&[$(($name, $name)),*]))?;
                Ok(())
            }

            fn show(&self) -> Vec<Option<String>> {
                let values = [$(($name, $value)),*];
                let chosen = values.into_iter().filter(|(_, value)| value == self);
                chosen.map(|(name, _)| Some(name.to_owned())).collect()
            }
        }
    };
}

pub(crate) use choices;
