//! Units that a file names: found by UNOR id, then by name, else created.

use super::known::Known;
use crate::{Desk, Trouble, form};
use ::reports::import::Entry;
use domain::rules::normalised;
use domain::{EmployeeId, PersonReference, Unit, UnitId};
use std::collections::HashMap;

/// The units of an import, with what changes in them.
pub(super) struct Units {
    all: Vec<Planned>,
    by_siasn: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    /// For rows that name none.
    fallback: Option<UnitId>,
}

struct Planned {
    unit: Unit,
    before: Option<Unit>,
}

/// Which unit a text names.
struct Named<'a> {
    name: &'a str,
    siasn_id: Option<&'a str>,
    parent: Option<UnitId>,
    instansi: &'a str,
}

impl Units {
    pub(super) fn new(known: &Known, asked: Option<UnitId>) -> Result<Self, Trouble> {
        let mut units = Self {
            all: Vec::new(),
            by_siasn: HashMap::new(),
            by_name: HashMap::new(),
            fallback: None,
        };
        for unit in &known.units {
            units.add(Planned {
                unit: unit.clone(),
                before: Some(unit.clone()),
            });
        }
        units.fallback = match (asked, known.units.as_slice()) {
            (Some(id), all) if all.iter().any(|unit| unit.id == id) => Some(id),
            (Some(_), _) => return Err(form::refused("unit")),
            (None, [only]) => Some(only.id),
            (None, _) => None,
        };
        Ok(units)
    }

    /// The unit that the row names; `None` when it names none.
    pub(super) fn named(
        &mut self,
        desk: &Desk<'_>,
        entry: &Entry,
    ) -> Result<Option<UnitId>, Trouble> {
        let known_id = entry
            .unit_siasn_id
            .as_ref()
            .is_some_and(|id| self.by_siasn.contains_key(id));
        if entry.unit.is_empty() && entry.unit_parent.is_empty() && !known_id {
            return Ok(None);
        }
        let above = !entry.unit_parent.is_empty()
            && normalised(&entry.unit_parent) != normalised(&entry.unit)
            && normalised(&entry.unit_parent) != normalised(&entry.instansi);
        let parent = if above {
            let parent = Named {
                name: &entry.unit_parent,
                siasn_id: None,
                parent: None,
                instansi: &entry.instansi,
            };
            Some(self.find_or_add(desk, &parent)?)
        } else {
            None
        };
        let name = if entry.unit.is_empty() {
            &entry.unit_parent
        } else {
            &entry.unit
        };
        let siasn_id = entry.unit_siasn_id.as_deref();
        let named = Named {
            name,
            siasn_id,
            parent,
            instansi: &entry.instansi,
        };
        self.find_or_add(desk, &named).map(Some)
    }

    /// The unit for a row that names none.
    pub(super) fn fallback(&self) -> Result<UnitId, Trouble> {
        self.fallback.ok_or_else(|| form::refused("unit"))
    }

    pub(super) fn name(&self, id: UnitId) -> &str {
        self.get(id).map_or("", |unit| &unit.name)
    }

    pub(super) fn get(&self, id: UnitId) -> Option<&Unit> {
        self.all
            .iter()
            .map(|it| &it.unit)
            .find(|unit| unit.id == id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.all.iter().map(|it| &it.unit)
    }

    /// Names the head of a unit.
    pub(super) fn set_head(&mut self, id: UnitId, head: EmployeeId) {
        if let Some(planned) = self.all.iter_mut().find(|it| it.unit.id == id) {
            planned.unit.head = Some(PersonReference::Employee(head));
        }
    }

    /// Names of units that would be created.
    pub(super) fn new_names(&self) -> Vec<String> {
        self.all
            .iter()
            .filter(|it| it.before.is_none())
            .map(|it| it.unit.name.clone())
            .collect()
    }

    /// Units that are new or changed.
    pub(super) fn to_save(&self) -> impl Iterator<Item = &Unit> {
        self.all
            .iter()
            .filter(|it| it.before.as_ref() != Some(&it.unit))
            .map(|it| &it.unit)
    }

    fn find_or_add(&mut self, desk: &Desk<'_>, named: &Named<'_>) -> Result<UnitId, Trouble> {
        if let Some(index) = self.find(named) {
            let unit = &mut self.all[index].unit;
            if let (None, Some(siasn_id)) = (&unit.siasn_unor_id, named.siasn_id) {
                unit.siasn_unor_id = Some(siasn_id.to_owned());
                self.by_siasn.insert(siasn_id.to_owned(), index);
            }
            let id = self.all[index].unit.id;
            let parent = named
                .parent
                .filter(|parent| !self.stands_below(*parent, id));
            let unit = &mut self.all[index].unit;
            unit.parent = unit.parent.or(parent);
            if unit.instansi.is_empty() {
                named.instansi.clone_into(&mut unit.instansi);
            }
            return Ok(unit.id);
        }
        let model = self
            .fallback
            .and_then(|id| self.get(id))
            .or_else(|| self.iter().next());
        let unit = Unit {
            id: UnitId(desk.new_id()?),
            name: form::line(named.name),
            parent: named.parent,
            siasn_unor_id: named.siasn_id.map(str::to_owned),
            instansi: match (named.instansi, model) {
                ("", Some(model)) => model.instansi.clone(),
                (instansi, _) => instansi.to_owned(),
            },
            zone: model.map_or_else(Default::default, |unit| unit.zone),
            rhythm: model.map_or_else(Default::default, |unit| unit.rhythm),
            head: None,
        };
        let id = unit.id;
        self.add(Planned { unit, before: None });
        Ok(id)
    }

    /// The UNOR id decides. Offices have many a "Subbagian Umum": one under another unit, or with
    /// another UNOR id, is another one.
    fn find(&self, named: &Named<'_>) -> Option<usize> {
        if let Some(index) = named.siasn_id.and_then(|id| self.by_siasn.get(id)) {
            return Some(*index);
        }
        let same = self.by_name.get(&normalised(named.name))?;
        same.iter().copied().find(|index| {
            let unit = &self.all[*index].unit;
            let differ = |here: Option<&str>, said: Option<&str>| {
                here.zip(said).is_some_and(|(here, said)| here != said)
            };
            let other_parent = unit
                .parent
                .zip(named.parent)
                .is_some_and(|(here, said)| here != said);
            !differ(unit.siasn_unor_id.as_deref(), named.siasn_id) && !other_parent
        })
    }

    /// Whether a unit is the other one or stands somewhere below it.
    fn stands_below(&self, unit: UnitId, other: UnitId) -> bool {
        let mut here = Some(unit);
        for _ in 0..=self.all.len() {
            match here {
                Some(id) if id == other => return true,
                Some(id) => here = self.get(id).and_then(|unit| unit.parent),
                None => return false,
            }
        }
        true
    }

    fn add(&mut self, planned: Planned) {
        let index = self.all.len();
        if let Some(siasn_id) = &planned.unit.siasn_unor_id {
            self.by_siasn.insert(siasn_id.clone(), index);
        }
        self.by_name
            .entry(normalised(&planned.unit.name))
            .or_default()
            .push(index);
        self.all.push(planned);
    }
}
