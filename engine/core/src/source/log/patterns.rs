//! The patterns that can be named in `%{…}`, written for this project.
//!
//! The names are those that log tools share; the expressions are our own, in the dialect of the crate `regex`
//! (linear time, no look-around).

/// Name and expression, which may name others that stand before it.
pub const PATTERNS: &[(&str, &str)] = &[
    ("INT", r"[+-]?[0-9]+"),
    ("POSINT", r"[1-9][0-9]*"),
    ("NUMBER", r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"),
    ("HEX", r"(?:0[xX])?[0-9A-Fa-f]+"),
    ("WORD", r"\w+"),
    ("NOTSPACE", r"\S+"),
    ("SPACE", r"\s*"),
    ("DATA", r".*?"),
    ("GREEDYDATA", r".*"),
    ("QUOTEDSTRING", r#""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"#),
    ("UUID", r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
    ("USER", r"[\w.@+$\\-]+"),
    ("EMAIL", r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*"),
    ("IPV4", r"(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"),
    ("IPV6", r"(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{0,4}|(?:[0-9]{1,3}\.){3}[0-9]{1,3})"),
    ("IP", r"%{IPV6}|%{IPV4}"),
    ("HOSTNAME", r"[0-9A-Za-z_](?:[0-9A-Za-z_-]*[0-9A-Za-z_])?(?:\.[0-9A-Za-z_](?:[0-9A-Za-z_-]*[0-9A-Za-z_])?)*\.?"),
    ("IPORHOST", r"%{IP}|%{HOSTNAME}"),
    ("HOSTPORT", r"%{IPORHOST}:%{POSINT}"),
    ("PATH", r"(?:[A-Za-z]:)?[/\\][^\s]*"),
    ("URI", r"[A-Za-z][A-Za-z0-9+.-]*://\S+"),
    ("URIPATH", r"/[^\s?#]*"),
    ("URIPATHPARAM", r"/\S*"),
    ("YEAR", r"[0-9]{4}"),
    ("MONTHNUM", r"0?[1-9]|1[0-2]"),
    ("MONTHDAY", r"0?[1-9]|[12][0-9]|3[01]"),
    (
        "MONTH",
        r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?",
    ),
    ("DAY", r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"),
    ("HOUR", r"2[0-4]|[01]?[0-9]"),
    ("MINUTE", r"[0-5][0-9]"),
    ("SECOND", r"(?:[0-5][0-9]|60)(?:[.,][0-9]+)?"),
    ("TIME", r"%{HOUR}:%{MINUTE}(?::%{SECOND})?"),
    ("ISO8601_TIMEZONE", r"Z|[+-][0-9]{2}:?[0-9]{2}"),
    ("DATE_ISO", r"%{YEAR}-%{MONTHNUM}-%{MONTHDAY}"),
    ("TIMESTAMP_ISO8601", r"%{DATE_ISO}[T ]%{TIME}(?:%{ISO8601_TIMEZONE})?"),
    ("HTTPDATE", r"%{MONTHDAY}/%{MONTH}/%{YEAR}:%{TIME} [+-][0-9]{4}"),
    ("SYSLOGTIMESTAMP", r"%{MONTH} {1,2}%{MONTHDAY} %{TIME}"),
    (
        "LOGLEVEL",
        r"(?i:trace|debug|info(?:rmation)?|notice|warn(?:ing)?|err(?:or)?|crit(?:ical)?|alert|emerg(?:ency)?|fatal|severe)",
    ),
    ("PROG", r"[\w./%@+-]+"),
    ("SYSLOGPROG", r"%{PROG:program}(?:\[%{POSINT:pid:int}\])?"),
    ("SYSLOG", r"%{SYSLOGTIMESTAMP:timestamp} %{IPORHOST:host} %{SYSLOGPROG}: %{GREEDYDATA:message}"),
    (
        "SYSLOG5424",
        r"<%{INT:priority:int}>%{POSINT:version:int} (?:-|%{TIMESTAMP_ISO8601:timestamp}) %{NOTSPACE:host} %{NOTSPACE:program} %{NOTSPACE:pid} %{NOTSPACE:message_id} %{GREEDYDATA:message}",
    ),
    ("HTTPREQUEST", r"%{WORD:method} %{NOTSPACE:path}(?: HTTP/%{NUMBER:http_version:text})?"),
    (
        "COMMONAPACHELOG",
        r#"%{IPORHOST:client} %{NOTSPACE:ident} %{NOTSPACE:user} \[%{HTTPDATE:timestamp:datetime}\] "(?:%{HTTPREQUEST}|%{DATA:raw_request})" (?:-|%{INT:status:int}) (?:-|%{INT:bytes:int})"#,
    ),
    ("COMBINEDAPACHELOG", r#"%{COMMONAPACHELOG} "%{DATA:referrer}" "%{DATA:agent}""#),
    (
        "LEVELLOG",
        r"%{TIMESTAMP_ISO8601:timestamp:datetime}[ \t]+[\[(]?%{LOGLEVEL:level}[\])]?:?[ \t]+%{GREEDYDATA:message}",
    ),
];

/// The expression behind a name.
pub fn find(name: &str) -> Option<&'static str> {
    PATTERNS.iter().find(|(known, _)| *known == name).map(|(_, expression)| *expression)
}
