//! Which types of streams and futures occur in a function, and their numbers.

use crate::{Channel, PlanId, Plans};
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
    /// Takes time linear in the number of plans, though there may be very many occurrences.
    #[must_use]
    pub fn channel_types(&self, function: &Function) -> Vec<ChannelType> {
        // How often such types occur in each plan, itself included. Numbers count occurrences, of which there can be
        // exponentially many, so that what was entered once is skipped by its count.
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
        let roots = function
            .params
            .iter()
            .map(|param| param.ty)
            .chain(function.result);
        let mut walk = Walk {
            plans: self,
            occurrences,
            seen: Vec::new(),
            found: Vec::new(),
            number: 0,
        };
        walk.seen.resize(self.iter().len(), false);
        for ty in roots {
            walk.visit(self.of(ty));
        }
        walk.found
    }
}

/// A walk over the occurrences in a function's type that enters each plan once, and counts what it passes by.
struct Walk<'a> {
    plans: &'a Plans,
    occurrences: Vec<u64>,
    seen: Vec<bool>,
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
            } else if std::mem::replace(&mut self.seen[plan.index()], true) {
                self.number = self.number.saturating_add(self.occurrences[plan.index()]);
            } else if self.occurrences[plan.index()] > 0 {
                stack.push((plan, true));
                let parts = stack.len();
                kind.for_each_part(&mut |part| stack.push((part.plan, false)));
                // The last pushed is taken first, but parts are numbered in their order.
                stack[parts..].reverse();
            }
        }
    }
}
