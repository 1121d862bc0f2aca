//! Which types of streams and futures occur in a function, and their numbers.

use crate::{Channel, PlanId, Plans};
use std::collections::HashSet;
use witc_resolve::Function;

/// A type of streams or futures that occurs in a function's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChannelType {
    /// Its plan, the first of its structure: one set of built-ins serves all declarations of it.
    pub plan: PlanId,
    /// Which of the two it is.
    pub channel: Channel,
    /// Its number among all occurrences of such types in the function's type, from 0, as names of built-ins have it.
    pub number: u64,
}

impl Plans {
    /// The types of streams and futures that occur in the parameters and the result of a function, each once, with
    /// the number of its first occurrence: parameters come first, and what a type is made of before it.
    ///
    /// Takes time linear in the number of plans, though there may be very many occurrences. For many functions,
    /// [`Plans::channel_numbers`] does what is the same for all of them once.
    #[must_use]
    pub fn channel_types(&self, function: &Function) -> Vec<ChannelType> {
        self.channel_numbers().of(function)
    }

    /// What it takes to number the types of streams and futures of many functions.
    #[must_use]
    pub fn channel_numbers(&self) -> ChannelNumbers<'_> {
        let mut occurrences: Vec<u64> = Vec::with_capacity(self.iter().len());
        for (_, plan) in self.iter() {
            let mut count = u64::from(plan.kind.channel().is_some());
            plan.kind.for_each_part(&mut |part| {
                // Parts have smaller numbers, so that theirs are known. The sum saturates: types can double it at each
                // level.
                count = count.saturating_add(occurrences[part.plan.index()]);
            });
            occurrences.push(count);
        }
        ChannelNumbers {
            plans: self,
            occurrences,
        }
    }
}

/// How often types of streams and futures occur in each type.
#[derive(Clone, Debug)]
pub struct ChannelNumbers<'a> {
    plans: &'a Plans,
    /// In each plan, itself included. Numbers count occurrences, of which there can be exponentially many, so that what
    /// was entered once is skipped by its count.
    occurrences: Vec<u64>,
}

impl ChannelNumbers<'_> {
    /// The same as [`Plans::channel_types`].
    #[must_use]
    pub fn of(&self, function: &Function) -> Vec<ChannelType> {
        let roots = function
            .params
            .iter()
            .map(|param| param.ty)
            .chain(function.result);
        let mut walk = Walk {
            plans: self.plans,
            occurrences: &self.occurrences,
            seen: HashSet::new(),
            found: Vec::new(),
            number: 0,
        };
        for ty in roots {
            walk.visit(self.plans.of(ty));
        }
        walk.found
    }
}

/// A walk over the occurrences in a function's type that enters each plan once, and counts what it passes by.
struct Walk<'a> {
    plans: &'a Plans,
    occurrences: &'a [u64],
    seen: HashSet<PlanId>,
    found: Vec<ChannelType>,
    number: u64,
}

impl Walk<'_> {
    fn visit(&mut self, root: PlanId) {
        // What is to be entered, and what is to be left, on top.
        let mut stack = vec![(root, false)];
        while let Some((plan, leave)) = stack.pop() {
            // However it is declared: one set of built-ins serves all declarations of a channel type.
            let plan = self.plans[plan].structure;
            let kind = &self.plans[plan].kind;
            if leave {
                if let Some((channel, _)) = kind.channel() {
                    self.found.push(ChannelType {
                        plan,
                        channel,
                        number: self.number,
                    });
                    // After its parts, which come first in the numbering.
                    self.number = self.number.saturating_add(1);
                }
            } else if self.occurrences[plan.index()] == 0 {
                // Nothing to count in it.
            } else if !self.seen.insert(plan) {
                self.number = self.number.saturating_add(self.occurrences[plan.index()]);
            } else {
                stack.push((plan, true));
                let parts = stack.len();
                kind.for_each_part(&mut |part| stack.push((part.plan, false)));
                // The last pushed is taken first, but parts are numbered in their order.
                stack[parts..].reverse();
            }
        }
    }
}
