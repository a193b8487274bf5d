//! What the worker does next: questions about what is there come first, then work in the order it was
//! asked for, then hashing. A newer run replaces an older one.

use std::collections::VecDeque;

use protocol::message::{Request, Response};
use protocol::{Code, Diagnostic};

use crate::desk::Task;

/// A task under its id.
pub struct Job {
    /// Where the job belongs.
    pub ticket: Ticket,
    /// What is left to do.
    pub task: Task,
}

/// What the queue knows of a job.
#[derive(Debug, Clone, Copy)]
pub struct Ticket {
    /// The id of the question.
    pub id: u32,
    rank: Rank,
    is_run: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Glance,
    Work,
    Background,
}

/// Jobs that wait, each rank in the order of arrival.
#[derive(Default)]
pub struct Queue(VecDeque<Job>);

impl Queue {
    /// Takes a question; gives the answers to those that it makes pointless.
    pub fn push(&mut self, id: u32, revision: u32, request: Request) -> Vec<(u32, Response)> {
        let is_run = matches!(request, Request::Run { .. });
        let mut replaced = Vec::new();
        if is_run {
            self.0.retain(|job| {
                if job.ticket.is_run {
                    replaced.push((job.ticket.id, Response::Failed(*Diagnostic::new(Code::Stale))));
                }
                !job.ticket.is_run
            });
        }
        let rank = rank(&request);
        self.0.push_back(Job { ticket: Ticket { id, rank, is_run }, task: Task::new(request, revision) });
        replaced
    }

    /// Puts back a job that is not done, before the others of its rank.
    pub fn put_back(&mut self, job: Job) {
        self.0.push_front(job);
    }

    /// The job to go on with.
    pub fn take(&mut self) -> Option<Job> {
        let best = self.0.iter().enumerate().min_by_key(|(place, job)| (job.ticket.rank, *place))?.0;
        self.0.remove(best)
    }

    /// Drops a job; gives its answer if it was still here.
    pub fn cancel(&mut self, id: u32) -> Option<Response> {
        let place = self.0.iter().position(|job| job.ticket.id == id)?;
        self.0.remove(place);
        Some(Response::Failed(*Diagnostic::new(Code::Cancelled)))
    }
}

fn rank(request: &Request) -> Rank {
    match request {
        Request::Catalogue
        | Request::Attach { .. }
        | Request::Detach { .. }
        | Request::Window { .. }
        | Request::Filtered { .. }
        | Request::QueryWindow { .. } => Rank::Glance,
        Request::HashFile { .. } => Rank::Background,
        _ => Rank::Work,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run() -> Request {
        Request::Run { recipe: String::new(), until: None }
    }

    fn order(queue: &mut Queue) -> Vec<u32> {
        std::iter::from_fn(|| queue.take().map(|job| job.ticket.id)).collect()
    }

    #[test]
    fn glances_come_first_and_hashing_last() {
        let mut queue = Queue::default();
        queue.push(1, 0, Request::HashFile { name: "a".into() });
        queue.push(2, 0, Request::Hashes);
        queue.push(3, 0, Request::Catalogue);
        queue.push(4, 0, run());
        let job = queue.take().unwrap();
        assert_eq!(job.ticket.id, 3);
        queue.put_back(job);
        assert_eq!(order(&mut queue), [3, 2, 4, 1]);
    }

    #[test]
    fn a_newer_run_replaces_an_older_one() {
        let mut queue = Queue::default();
        assert!(queue.push(1, 1, run()).is_empty());
        assert!(queue.push(2, 1, Request::Hashes).is_empty());
        let replaced = queue.push(3, 2, run());
        assert_eq!(replaced.len(), 1);
        assert!(matches!(&replaced[0], (1, Response::Failed(finding)) if finding.code == Code::Stale));
        assert_eq!(order(&mut queue), [2, 3]);
    }

    #[test]
    fn what_is_cancelled_is_answered_once() {
        let mut queue = Queue::default();
        queue.push(1, 1, run());
        assert!(matches!(queue.cancel(1), Some(Response::Failed(finding)) if finding.code == Code::Cancelled));
        assert!(queue.cancel(1).is_none());
    }
}
