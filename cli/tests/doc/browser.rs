//! The pages in a browser: Chromium without a window, told what to do through a pipe.

use super::support::folder;
use super::{HOSTILE, witc};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A browser with one page.
struct Browser {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    session: Option<String>,
    number: u64,
}

impl Browser {
    /// A browser; nothing where there is none.
    fn start(profile: &Path) -> Option<Self> {
        if !cfg!(unix) || Command::new("chromium").arg("--version").output().is_err() {
            println!("skipped: there is no `chromium`");
            return None;
        }
        // The browser reads from descriptor 3 and writes to 4.
        let mut process = Command::new("sh")
            .args(["-c", "exec chromium \"$@\" 3<&0 4>&1 >/dev/null 2>&1", "sh"])
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-pipe",
            ])
            .args([
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("runs");
        let mut browser = Self {
            input: process.stdin.take().expect("is piped"),
            output: BufReader::new(process.stdout.take().expect("is piped")),
            process,
            session: None,
            number: 0,
        };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let target = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.call("Target.attachToTarget", target);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        browser.call("Page.enable", json!({}));
        Some(browser)
    }

    /// Calls a method of the browser's protocol.
    fn call(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let mut message = json!({"id": self.number, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        write!(self.input, "{message}\0").expect("the browser reads");
        self.input.flush().expect("the browser reads");
        loop {
            let message = self.next();
            if message["id"] == self.number {
                assert_eq!(message.get("error"), None, "{method}");
                return message["result"].clone();
            }
        }
    }

    fn next(&mut self) -> Value {
        let mut message = Vec::new();
        self.output
            .read_until(0, &mut message)
            .expect("the browser writes");
        message.pop();
        serde_json::from_slice(&message).expect("is JSON")
    }

    /// Opens a file and waits until it is there.
    fn open(&mut self, path: &Path) {
        let url = format!("file://{}", path.display());
        let result = self.call("Page.navigate", json!({"url": url}));
        assert_eq!(result.get("errorText"), None, "{url}");
        self.wait();
    }

    fn wait(&mut self) {
        while self.next()["method"] != "Page.loadEventFired" {}
    }

    /// The value of an expression.
    fn value(&mut self, expression: &str) -> Value {
        let params = json!({"expression": expression, "returnByValue": true});
        let result = self.call("Runtime.evaluate", params);
        assert_eq!(result.get("exceptionDetails"), None, "{expression}");
        result["result"]["value"].clone()
    }

    /// Clicks on what a selector finds.
    fn click(&mut self, selector: &str) {
        let place = self.value(&format!(
            "(() => {{ const r = document.querySelector({selector:?}).getBoundingClientRect(); \
             return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1
            });
            self.call("Input.dispatchMouseEvent", event);
        }
    }

    /// Whether what a selector finds is to be seen.
    fn is_visible(&mut self, selector: &str) -> bool {
        let rects = self.value(&format!(
            "document.querySelector({selector:?}).getClientRects().length"
        ));
        rects != 0
    }

    /// Keeps a picture of the page, if a folder for them is asked for.
    fn picture(&mut self, name: &str) {
        let Ok(folder) = std::env::var("WITC_PICTURES") else {
            return;
        };
        let shot = self.call("Page.captureScreenshot", json!({"format": "png"}));
        let data = shot["data"].as_str().expect("is text");
        std::fs::write(Path::new(&folder).join(name), decode(data)).expect("can be written");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Bytes from base64.
fn decode(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for letter in text.bytes().filter(|it| *it != b'=') {
        let value = LETTERS
            .iter()
            .position(|it| *it == letter)
            .expect("is base64");
        bits = (bits << 6) | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[test]
fn pages_work_in_a_browser() {
    let place = folder(&[("wit/a.wit", HOSTILE)]);
    let Some(mut browser) = Browser::start(&place.path().join("profile")) else {
        return;
    };
    let (code, _, err) = witc(place.path(), &["doc", "--out-dir", "doc"]);
    assert_eq!(code, 0, "{err}");
    let doc = place.path().join("doc");
    let con = doc.join("my_con@1.0.0/interface-con.html");

    // From page to page by clicks.
    browser.open(&doc.join("index.html"));
    browser.click("main li a");
    browser.wait();
    assert_eq!(browser.value("document.title"), "package my:con@1.0.0");
    browser.picture("package.png");
    let loaded = "Array.from(document.images).every(it => it.complete && it.naturalWidth > 0)";
    assert_eq!(browser.value(loaded), true, "the picture is drawn");

    // The search finds a method from a file, and leads to it.
    browser.click("#search input");
    browser.call("Input.insertText", json!({"text": "file.read"}));
    assert_eq!(
        browser.value("document.querySelector('#results code').textContent"),
        "file.read"
    );
    browser.picture("search.png");
    browser.click("#results a");
    browser.wait();
    assert_eq!(browser.value("location.hash"), "#file.read");
    assert_eq!(
        browser.value("document.title"),
        "interface my:con/con@1.0.0"
    );

    // Nothing that documentation says has run or was loaded.
    assert_eq!(browser.value("document.scripts.length"), 2);
    assert_eq!(
        browser.value("document.querySelectorAll('main img, main script, main style').length"),
        0
    );

    languages(&mut browser);
    dark(&mut browser, &con);
    without_script(&mut browser, &con);
    on_paper(&mut browser);
}

/// One language at a time, chosen for the whole page.
fn languages(browser: &mut Browser) {
    assert!(browser.is_visible(".lang-wit") && !browser.is_visible(".lang-rust"));
    browser.click("label[for=language-rust]");
    assert!(!browser.is_visible(".lang-wit") && browser.is_visible(".lang-rust"));
    browser.picture("rust.png");
    browser.click("label[for=language-cpp]");
    assert!(!browser.is_visible(".lang-rust") && browser.is_visible(".lang-cpp"));
    browser.click("label[for=language-wit]");
}

fn dark(browser: &mut Browser, page: &Path) {
    let ground = "getComputedStyle(document.body).backgroundColor";
    assert_eq!(browser.value(ground), "rgb(255, 255, 255)");
    let features = json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]});
    browser.call("Emulation.setEmulatedMedia", features);
    browser.open(page);
    assert_eq!(browser.value(ground), "rgb(13, 17, 23)");
    browser.picture("dark.png");
    browser.call("Emulation.setEmulatedMedia", json!({"features": []}));
}

/// All is there to be read, and languages can be chosen.
fn without_script(browser: &mut Browser, page: &Path) {
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    browser.open(page);
    assert!(
        !browser.is_visible("#search"),
        "there is nothing that could search"
    );
    languages(browser);
    assert!(browser.is_visible("main h3") && browser.is_visible("main a.self"));
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": false}),
    );
}

/// On paper all languages are there, and what is only for screens is not.
fn on_paper(browser: &mut Browser) {
    browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    for class in [".lang-wit", ".lang-rust", ".lang-c", ".lang-cpp"] {
        assert!(browser.is_visible(class), "{class}");
    }
    assert!(!browser.is_visible("header"));
    browser.picture("print.png");
}
