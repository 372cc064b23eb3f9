//! A certificate authority: Pebble, as Debian has it, with a name server of its own that has every name lead to this machine. And what a
//! browser does that trusts it.

use super::patience::holds_soon;
use super::ports::free_port;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

/// An authority that runs until it is dropped.
pub struct Authority {
    children: Vec<Child>,
    folder: tempfile::TempDir,
    port: u16,
    management: u16,
}

impl Authority {
    /// One that will be at this port, and is not there yet.
    pub fn to_come() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        std::fs::write(folder.path().join("root.pem"), made.cert.pem()).unwrap();
        let key = made.signing_key.serialize_pem();
        std::fs::write(folder.path().join("key.pem"), key).unwrap();
        Self {
            children: Vec::new(),
            folder,
            port: free_port(),
            management: free_port(),
        }
    }

    /// The same, which looks at this port whether a server is the host.
    pub fn begins(&mut self, looks_at: u16) {
        let names_at = free_port();
        let names = format!("127.0.0.1:{names_at}");
        let config = format!(
            "{{\"pebble\":{{\"listenAddress\":\"127.0.0.1:{}\",\"managementListenAddress\":\"127.0.0.1:{}\",\
             \"certificate\":\"root.pem\",\"privateKey\":\"key.pem\",\"httpPort\":1,\"tlsPort\":{looks_at},\
             \"ocspResponderURL\":\"\",\"externalAccountBindingRequired\":false}}}}",
            self.port, self.management
        );
        std::fs::write(self.folder.path().join("config.json"), config).unwrap();
        let mut dns = Command::new("pebble-challtestsrv");
        dns.args([
            "-http01",
            "",
            "-https01",
            "",
            "-tlsalpn01",
            "",
            "-defaultIPv6",
            "",
        ])
        .args(["-dns01", &names])
        .args(["-management", &format!("127.0.0.1:{}", free_port())]);
        let mut pebble = Command::new("pebble");
        pebble
            .args(["-config", "config.json", "-dnsserver", &names])
            .env("PEBBLE_VA_NOSLEEP", "1");
        for program in [&mut dns, &mut pebble] {
            let quiet = program.stdout(Stdio::null()).stderr(Stdio::null());
            let child = quiet.current_dir(self.folder.path()).spawn();
            self.children
                .push(child.expect("pebble is installed by tests/run"));
        }
        holds_soon("an authority is there", || {
            let ports = [names_at, self.port, self.management];
            ports
                .iter()
                .all(|port| TcpStream::connect(("127.0.0.1", *port)).is_ok())
        });
    }

    /// It is away.
    pub fn ends(&mut self) {
        for mut child in self.children.drain(..) {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Where its directory is.
    pub fn directory(&self) -> String {
        format!("https://localhost:{}/dir", self.port)
    }

    /// What its own server is trusted by.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("root.pem")
    }

    /// What browsers trust that trust it.
    pub fn browsers_trust(&self) -> String {
        let own = std::fs::read_to_string(self.root()).unwrap();
        let (status, root) = Browser::trusting(&own)
            .gets(self.management, "localhost", "/roots/0")
            .expect("a root");
        assert_eq!(status, 200);
        root
    }
}

impl Drop for Authority {
    fn drop(&mut self) {
        self.ends();
    }
}

/// A browser that trusts one root.
pub struct Browser(Arc<ClientConfig>);

impl Browser {
    /// Of this root, PEM.
    pub fn trusting(root: &str) -> Self {
        let mut roots = RootCertStore::empty();
        let root = CertificateDer::from_pem_slice(root.as_bytes()).unwrap();
        roots.add(root).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self(Arc::new(config))
    }

    /// The status and all of the answer, headers too in what is not the body; or why there is none.
    pub fn gets(&self, port: u16, host: &'static str, path: &str) -> Result<(u16, String), String> {
        let (head, body) = self.asks(port, host, path)?;
        let status = head
            .split_whitespace()
            .nth(1)
            .and_then(|text| text.parse().ok());
        Ok((status.ok_or("no status")?, body))
    }

    /// Head and body.
    pub fn asks(
        &self,
        port: u16,
        host: &'static str,
        path: &str,
    ) -> Result<(String, String), String> {
        let fault = |error: std::io::Error| error.to_string();
        let tcp = TcpStream::connect(("127.0.0.1", port)).map_err(fault)?;
        let name = ServerName::try_from(host).unwrap();
        let client = ClientConnection::new(Arc::clone(&self.0), name).unwrap();
        let mut stream = StreamOwned::new(client, tcp);
        let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).map_err(fault)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).map_err(fault)?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("no head")?;
        Ok((head.to_owned(), body.to_owned()))
    }

    /// The certificate that is served for this host, whoever made it; none where none is.
    pub fn sees(&self, port: u16, host: &'static str) -> Option<Vec<u8>> {
        let mut tcp = TcpStream::connect(("127.0.0.1", port)).ok()?;
        let name = ServerName::try_from(host).unwrap();
        let mut client = ClientConnection::new(Arc::clone(&self.0), name).unwrap();
        while client.is_handshaking() {
            client.complete_io(&mut tcp).ok()?;
        }
        client.peer_certificates()?.first().map(|one| one.to_vec())
    }
}

/// Every file below this folder, with its mode.
pub fn modes(folder: &Path) -> Vec<(String, u32)> {
    use std::os::unix::fs::PermissionsExt;
    let entries = std::fs::read_dir(folder).unwrap();
    let mode = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        (entry.file_name().to_string_lossy().into_owned(), mode)
    };
    let mut all: Vec<_> = entries.map(mode).collect();
    all.sort();
    all
}
