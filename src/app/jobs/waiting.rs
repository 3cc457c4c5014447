//! What waits for a thread that owns a connection to the cache.

use std::collections::VecDeque;

use super::Task;

/// Tasks in the order in which they are done: what the user waits for at once comes first, otherwise the
/// first to come. The cache is loaded, and its sources are listed, once for all changes made until then.
#[derive(Debug, Default)]
pub(super) struct Waiting(VecDeque<Task>);

impl Waiting {
    /// Adds a task. Returns whether it waits now; if not, one that waits already does the same.
    pub(super) fn push(&mut self, task: Task) -> bool {
        let is_doubled = match &task {
            Task::Load => self.0.iter().any(|known| matches!(known, Task::Load)),
            Task::LoadAnnotations => self.0.iter().any(|known| matches!(known, Task::Load | Task::LoadAnnotations)),
            Task::Hide(..) => {
                // Only the newest snapshot is shown.
                let known = self.0.iter().position(|known| matches!(known, Task::Hide(..)));
                known.is_some_and(|place| {
                    self.0[place] = task.clone();
                    true
                })
            }
            Task::ListSources => self.0.iter().any(|known| matches!(known, Task::ListSources)),
            _ => false,
        };
        if is_doubled {
            return false;
        }
        let place =
            if is_urgent(&task) { self.0.iter().take_while(|known| is_urgent(known)).count() } else { self.0.len() };
        self.0.insert(place, task);
        true
    }

    /// Takes the task that is next.
    pub(super) fn pop(&mut self) -> Option<Task> {
        self.0.pop_front()
    }
}

fn is_urgent(task: &Task) -> bool {
    matches!(task, Task::ReadDetail(_) | Task::WeighForget(_) | Task::SaveSettings(..) | Task::Annotate(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::EventId;

    #[test]
    fn many_changes_are_loaded_once_and_a_detail_does_not_wait_for_them() {
        let mut waiting = Waiting::default();
        for _ in 0..3 {
            waiting.push(Task::Load);
            waiting.push(Task::ListSources);
        }
        waiting.push(Task::ReadDetail(EventId(7)));
        waiting.push(Task::ReadDetail(EventId(8)));
        let order: Vec<String> = std::iter::from_fn(|| waiting.pop()).map(|task| format!("{task:?}")).collect();
        assert_eq!(order, ["ReadDetail(EventId(7))", "ReadDetail(EventId(8))", "Load", "ListSources"]);
        assert!(waiting.push(Task::Load), "what began does not count as waiting");
    }
}
