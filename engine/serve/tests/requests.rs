//! The server as a browser meets it: raw requests over a socket.

#![allow(clippy::unwrap_used, reason = "a test file: what fails here fails the test")]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use serve::Server;

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

/// A folder of its own for each test: a page, a hashed folder, and a secret beside it.
fn folder(test: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("creuset-serve-{}-{test}", std::process::id()));
    let site = root.join("site");
    fs::create_dir_all(site.join("engine/0123456789abcdef")).unwrap();
    fs::write(root.join("secret.txt"), "secret").unwrap();
    fs::write(site.join("index.html"), "<p>home</p>").unwrap();
    fs::write(site.join("engine/0123456789abcdef/engine_bg.wasm.gz"), [0x1f, 0x8b, 0, 1]).unwrap();
    fs::write(site.join("été.txt"), "été").unwrap();
    site
}

fn ask(server: &Server, method: &str, target: &str) -> Answer {
    let address = server.url().trim_start_matches("http://").split('/').next().unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{method} {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let split = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(bytes[..split].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head: head.to_lowercase(), body: bytes[split + 4..].to_vec() }
}

#[test]
fn requests_are_answered() {
    let site = folder("requests");
    let server = Server::start(&site, 0, None).unwrap();
    let cases: [(&str, &str, u16, &str, &[u8]); 15] = [
        ("GET", "/", 200, "content-type: text/html; charset=utf-8", b"<p>home</p>"),
        ("GET", "/index.html?q=1", 200, "cache-control: no-cache", b"<p>home</p>"),
        ("HEAD", "/", 200, "content-length: 11", b""),
        ("GET", "/engine/0123456789abcdef/engine_bg.wasm.gz", 200, "immutable", &[0x1f, 0x8b, 0, 1]),
        ("GET", "/%C3%A9t%C3%A9.txt", 200, "text/plain", "été".as_bytes()),
        ("GET", "/missing.js", 404, "", b"404"),
        ("GET", "/engine/", 404, "", b"404"),
        ("GET", "/engine?q=1", 308, "location: /engine/?q=1", b""),
        ("GET", "/../secret.txt", 404, "", b"404"),
        ("GET", "/%2e%2e/secret.txt", 404, "", b"404"),
        ("GET", "/..%2fsecret.txt", 404, "", b"404"),
        ("GET", "/engine/..%5c..%5c..%5csecret.txt", 404, "", b"404"),
        ("GET", "//etc/passwd", 404, "", b"404"),
        ("POST", "/", 405, "allow: get, head", b""),
        ("GET", "/index.html/", 404, "", b"404"),
    ];
    for (method, target, status, head, body) in cases {
        let answer = ask(&server, method, target);
        assert_eq!(answer.status, status, "{method} {target}");
        assert!(answer.head.contains(head), "{method} {target}: {}", answer.head);
        assert_eq!(answer.body, body, "{method} {target}");
        assert!(!answer.head.contains("content-encoding"), "{target}");
    }
}

#[test]
fn a_prefix_hides_the_rest() {
    let site = folder("prefix");
    let server = Server::start(&site, 0, Some("school/room")).unwrap();
    assert!(server.url().ends_with("/school/room/"));
    for (target, status) in [("/school/room/", 200), ("/school/room", 308), ("/", 404), ("/school/", 404)] {
        assert_eq!(ask(&server, "GET", target).status, status, "{target}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_not_followed() {
    let site = folder("link");
    let _ = fs::remove_file(site.join("way-out.txt"));
    std::os::unix::fs::symlink(site.join("../secret.txt"), site.join("way-out.txt")).unwrap();
    let server = Server::start(&site, 0, None).unwrap();
    assert_eq!(ask(&server, "GET", "/way-out.txt").status, 404);
}

#[test]
fn dropping_it_frees_the_port() {
    let site = folder("drop");
    let server = Server::start(&site, 0, None).unwrap();
    let port: u16 = server.url().trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
    drop(server);
    // The accepting thread ends at its next wake-up; a connection gives it one.
    let _ = TcpStream::connect(("127.0.0.1", port));
    let again = (0..50).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        Server::start(&site, port, None).is_ok()
    });
    assert!(again);
}
