//! The only place that talks to the worker: question → future, and a new worker when one is lost.
//!
//! ```text
//! ask ──▶ queue (until Ready) ──▶ worker ──▶ answer ──▶ the future of its id
//!              ▲                     │
//!              └── restart ◀── trap, memory, cancel without answer in 700 ms
//! ```
//! A new worker gets every file again before anything else. Whoever asked the lost one is told
//! `engine-trap`, `engine-memory` or `cancelled`; [`Engine::generation`] changes once the new one is
//! ready, so that the open work runs its recipe again.

mod link;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use protocol::message::{FromWorker, Progress, Request, Response, ToWorker};
use protocol::{Code, Diagnostic, StepId};
use web_sys::js_sys::ArrayBuffer;

use crate::reply::Reply;
use crate::state::session::EngineState;
use link::Link;

/// A question that is not answered for so long after its cancelling costs the worker its life.
const CANCEL_GRACE_MS: u32 = 700;
/// Traps on one recipe after which restarting is left to the person.
const MAX_TRAPS: u32 = 3;

/// A final answer, with the bytes that ride beside it.
pub struct Answer {
    /// What was answered.
    pub response: Response,
    /// Bytes of an export.
    pub bytes: Option<ArrayBuffer>,
}

type Asked = Result<Answer, Diagnostic>;

struct Pending {
    reply: Reply<Asked>,
    on_progress: Option<Box<dyn Fn(Progress)>>,
    step: Option<StepId>,
}

#[derive(Default)]
struct Core {
    link: RefCell<Option<Link>>,
    /// Not yet posted: the worker is not ready.
    queue: RefCell<Vec<(ToWorker, Option<web_sys::File>)>>,
    pending: RefCell<BTreeMap<u32, Pending>>,
    files: RefCell<BTreeMap<String, web_sys::File>>,
    next_id: Cell<u32>,
    revision: Cell<u32>,
    ready: Cell<bool>,
    traps: Cell<u32>,
}

/// The page's handle of the engine.
#[derive(Clone, Copy)]
pub struct Engine {
    core: StoredValue<Rc<Core>, LocalStorage>,
    state: RwSignal<EngineState>,
    generation: RwSignal<u32>,
}

impl Engine {
    /// Starts a worker; questions may be asked at once.
    pub fn start() -> Self {
        let engine = Self {
            core: StoredValue::new_local(Rc::new(Core::default())),
            state: RwSignal::new(EngineState::Starting),
            generation: RwSignal::new(0),
        };
        engine.launch();
        engine
    }

    /// The build of page and engine.
    pub fn build(self) -> String {
        link::page_build()
    }

    /// Its health.
    pub fn state(self) -> Signal<EngineState> {
        self.state.into()
    }

    /// Counts the workers that became ready: a change says that tables are gone and files are back.
    pub fn generation(self) -> Signal<u32> {
        self.generation.into()
    }

    /// Gives up a worker that does not come back, and starts another: the person asked for it.
    pub fn try_again(self) {
        self.core().traps.set(0);
        self.restart(EngineState::Starting);
    }

    /// Says which revision of the recipe the next questions are about. A new recipe earns an engine
    /// that had been given up another chance.
    pub fn set_revision(self, revision: u32) {
        let core = self.core();
        if core.revision.replace(revision) != revision {
            core.traps.set(0);
            if matches!(self.state.get_untracked(), EngineState::Failed(_)) {
                self.restart(EngineState::Starting);
            }
        }
    }

    /// Asks, and gives the question's id at once beside the future answer.
    pub fn ask_with(
        self,
        request: Request,
        on_progress: Option<Box<dyn Fn(Progress)>>,
    ) -> (u32, impl Future<Output = Asked>) {
        self.send(request, None, on_progress)
    }

    /// Asks a question without progress.
    ///
    /// # Errors
    /// What the engine answers, or why there is no answer.
    pub async fn ask(self, request: Request) -> Result<Response, Diagnostic> {
        self.send(request, None, None).1.await.map(|answer| answer.response)
    }

    /// Gives the engine a file under a name; a restarted engine gets it again.
    ///
    /// # Errors
    /// As for [`Engine::ask`].
    pub async fn attach(self, name: &str, file: web_sys::File) -> Result<(), Diagnostic> {
        self.core().files.borrow_mut().insert(name.to_owned(), file.clone());
        self.send(Request::Attach { name: name.to_owned() }, Some(file), None).1.await.map(|_| ())
    }

    /// Takes a file away from the engine.
    pub fn detach(self, name: &str) {
        if self.core().files.borrow_mut().remove(name).is_some() {
            drop(self.send(Request::Detach { name: name.to_owned() }, None, None));
        }
    }

    /// Whether the engine has a file of this name.
    pub fn has_file(self, name: &str) -> bool {
        self.core().files.borrow().contains_key(name)
    }

    /// The file of this name.
    pub fn file(self, name: &str) -> Option<web_sys::File> {
        self.core().files.borrow().get(name).cloned()
    }

    /// Asks to stop; what does not answer in time is stopped with its worker.
    pub fn cancel(self, id: u32) {
        self.cancel_softly(id);
        Timeout::new(CANCEL_GRACE_MS, move || {
            let core = self.core();
            if !core.pending.borrow().contains_key(&id) {
                return;
            }
            self.fail_pending(|_| *Diagnostic::new(Code::Cancelled));
            self.restart(EngineState::Restarting(*Diagnostic::new(Code::Cancelled)));
        })
        .forget();
    }

    /// Asks to stop without insisting: for work whose result is no longer wanted.
    pub fn cancel_softly(self, id: u32) {
        self.post(ToWorker::Cancel { id }, None);
    }

    fn core(self) -> Rc<Core> {
        self.core.get_value()
    }

    fn send(
        self,
        request: Request,
        file: Option<web_sys::File>,
        on_progress: Option<Box<dyn Fn(Progress)>>,
    ) -> (u32, Reply<Asked>) {
        let core = self.core();
        let reply = Reply::default();
        let id = core.next_id.get().wrapping_add(1);
        core.next_id.set(id);
        if let EngineState::Failed(reason) = self.state.get_untracked() {
            reply.resolve(Err(reason));
            return (id, reply);
        }
        core.pending.borrow_mut().insert(id, Pending { reply: reply.clone(), on_progress, step: None });
        self.post(ToWorker::Ask { id, revision: core.revision.get(), request }, file);
        (id, reply)
    }

    fn post(self, message: ToWorker, file: Option<web_sys::File>) {
        let core = self.core();
        if !core.ready.get() {
            core.queue.borrow_mut().push((message, file));
            return;
        }
        let posted = core.link.borrow().as_ref().map(|link| link.post(&message, file.as_ref()));
        if let (Some(Err(detail)), ToWorker::Ask { id, .. }) = (posted, message) {
            self.resolve(id, Err(*Diagnostic::new(Code::EngineInternal).with("detail", detail)));
        }
    }

    fn launch(self) {
        let core = self.core();
        core.ready.set(false);
        match Link::open(move |received| self.receive(received)) {
            Ok(link) => {
                core.link.replace(Some(link));
            }
            Err(detail) => self.give_up(*Diagnostic::new(Code::EngineInternal).with("detail", detail)),
        }
    }

    fn restart(self, state: EngineState) {
        let core = self.core();
        core.ready.set(false);
        core.link.replace(None);
        // What waits in the queue was never posted: it is asked of the new worker. Cancelling is moot.
        core.queue.borrow_mut().retain(|(message, _)| matches!(message, ToWorker::Ask { .. }));
        self.state.set(state);
        self.launch();
    }

    fn give_up(self, reason: Diagnostic) {
        let core = self.core();
        core.ready.set(false);
        core.link.replace(None);
        core.queue.borrow_mut().clear();
        self.state.set(EngineState::Failed(reason.clone()));
        self.fail_pending(|_| reason.clone());
    }

    fn receive(self, received: link::Received) {
        match received {
            link::Received::Message(FromWorker::Ready { build }, _) => self.on_ready(&build),
            link::Received::Message(FromWorker::Answer { id, response }, bytes) => self.on_answer(id, response, bytes),
            link::Received::Message(FromWorker::Trapped { id, detail, memory }, _) => self.on_trap(id, &detail, memory),
            link::Received::Broken(detail) => self.on_broken(&detail),
        }
    }

    fn on_ready(self, build: &str) {
        let core = self.core();
        let page = link::page_build();
        if build != page {
            return self.give_up(*Diagnostic::new(Code::BuildMismatch).with("page", page).with("worker", build));
        }
        core.ready.set(true);
        let waiting = core.queue.take();
        let queued: std::collections::BTreeSet<String> = waiting
            .iter()
            .filter_map(|(message, _)| match message {
                ToWorker::Ask { request: Request::Attach { name }, .. } => Some(name.clone()),
                _ => None,
            })
            .collect();
        let files: Vec<_> = core.files.borrow().iter().map(|(name, file)| (name.clone(), file.clone())).collect();
        for (name, file) in files.into_iter().filter(|(name, _)| !queued.contains(name)) {
            drop(self.send(Request::Attach { name }, Some(file), None));
        }
        for (message, file) in waiting {
            self.post(message, file);
        }
        self.state.set(EngineState::Ready);
        self.generation.update(|count| *count += 1);
    }

    fn on_answer(self, id: u32, response: Response, bytes: Option<ArrayBuffer>) {
        match response {
            Response::Progress(progress) => {
                let core = self.core();
                let mut pending = core.pending.borrow_mut();
                let Some(question) = pending.get_mut(&id) else { return };
                question.step.clone_from(&progress.step);
                if let Some(on_progress) = &question.on_progress {
                    on_progress(progress);
                }
            }
            Response::Failed(diagnostic) => self.resolve(id, Err(diagnostic)),
            response => self.resolve(id, Ok(Answer { response, bytes })),
        }
    }

    fn on_trap(self, id: Option<u32>, detail: &str, memory: bool) {
        let code = if memory { Code::EngineMemory } else { Code::EngineTrap };
        let mut reason = Diagnostic::new(code).with("detail", detail);
        // The step at work is named to whoever asked, and to the person.
        let step = id.and_then(|id| self.core().pending.borrow().get(&id)?.step.clone());
        if let Some(step) = &step {
            reason = reason.at_step(step);
        }
        self.lose_worker(*reason);
    }

    fn on_broken(self, detail: &str) {
        let reason = *Diagnostic::new(Code::EngineInternal).with("detail", detail);
        // A worker that never came up will not come up by itself.
        if self.core().ready.get() { self.lose_worker(reason) } else { self.give_up(reason) }
    }

    fn lose_worker(self, reason: Diagnostic) {
        let core = self.core();
        core.traps.set(core.traps.get() + 1);
        if core.traps.get() >= MAX_TRAPS {
            return self.give_up(reason);
        }
        let was_ready = core.ready.get();
        self.restart(EngineState::Restarting(reason.clone()));
        if was_ready {
            self.fail_pending(|_| reason.clone());
        }
    }

    /// Answers every question that is not waiting in the queue.
    fn fail_pending(self, reason: impl Fn(u32) -> Diagnostic) {
        let core = self.core();
        let queued: Vec<u32> = core
            .queue
            .borrow()
            .iter()
            .filter_map(|(message, _)| match message {
                ToWorker::Ask { id, .. } => Some(*id),
                ToWorker::Cancel { .. } => None,
            })
            .collect();
        let lost: Vec<u32> = core.pending.borrow().keys().copied().filter(|id| !queued.contains(id)).collect();
        for id in lost {
            self.resolve(id, Err(reason(id)));
        }
    }

    fn resolve(self, id: u32, answer: Asked) {
        let question = self.core().pending.borrow_mut().remove(&id);
        if let Some(question) = question {
            question.reply.resolve(answer);
        }
    }
}
