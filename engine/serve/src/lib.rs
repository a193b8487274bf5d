//! A small static file server on the loopback address: the same for authors, instructors and tests.
//!
//! It reads one folder and answers `GET` and `HEAD`; nothing else. What a URL may name is decided in `path`,
//! how an answer is labelled in `label`.

mod label;
mod path;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use tiny_http::{Header, Method, Request, Response};

use crate::path::Target;

/// A browser opens six connections at once; one answer each is written at a time.
const THREADS: usize = 6;

/// A running server; dropping it closes the port.
pub struct Server {
    http: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
    url: String,
}

impl Server {
    /// Serves `folder` on 127.0.0.1 under `prefix` (`"school/room"` answers only below `/school/room/`).
    /// Port 0 takes a free one.
    ///
    /// # Errors
    /// The folder does not exist, or the port is taken.
    pub fn start(folder: &Path, port: u16, prefix: Option<&str>) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let http = Arc::new(tiny_http::Server::http(("127.0.0.1", port)).map_err(io::Error::other)?);
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        let prefix = match prefix.unwrap_or_default().trim_matches('/') {
            "" => String::from("/"),
            prefix => format!("/{prefix}/"),
        };
        let url = format!("http://127.0.0.1:{port}{prefix}");
        let site = Arc::new(Site { folder, prefix });
        let threads = (0..THREADS).map(|_| {
            let (http, site) = (Arc::clone(&http), Arc::clone(&site));
            std::thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    site.answer(request);
                }
            })
        });
        Ok(Self { threads: threads.collect(), http, url })
    }

    /// The address of the folder, with a trailing slash.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One call wakes one thread, and only a thread that waits.
        while let Some(thread) = self.threads.pop() {
            while !thread.is_finished() {
                self.http.unblock();
                std::thread::sleep(std::time::Duration::from_millis(1));
            }
        }
    }
}

struct Site {
    folder: PathBuf,
    /// With a slash at both ends.
    prefix: String,
}

impl Site {
    /// A client that has gone away is no concern of the server: errors of writing are dropped.
    fn answer(&self, request: Request) {
        if !matches!(request.method(), Method::Get | Method::Head) {
            let _ = request.respond(labelled(Response::empty(405), "Allow", "GET, HEAD"));
            return;
        }
        let found = match path::resolve(&self.folder, &self.prefix, request.url()) {
            Target::File(file) => File::open(&file).ok().map(|open| (file, open)),
            Target::Folder(location) => {
                let _ = request.respond(labelled(Response::empty(308), "Location", &location));
                return;
            }
            Target::Missing => None,
        };
        let Some((file, open)) = found else {
            let _ = request.respond(Response::from_string("404").with_status_code(404));
            return;
        };
        let relative = file.strip_prefix(&self.folder).unwrap_or(&file);
        let response = Response::from_file(open).with_chunked_threshold(usize::MAX);
        let response = labelled(response, "Content-Type", &label::content_type(relative));
        let response = labelled(response, "Cache-Control", label::cache_control(relative));
        let _ = request.respond(labelled(response, "X-Content-Type-Options", "nosniff"));
    }
}

/// Adds a header; text that cannot stand in one (a URL is ASCII already) is left out.
fn labelled<R: io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}
