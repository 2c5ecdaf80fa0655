// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/htmlstyle.h"

namespace downtimeline {
namespace {

constexpr std::string_view colours = R"(
:root{color-scheme:light dark;--background:#fff;--panel:#f6f8fb;--ink:#1b2330;--muted:#5b6677;--hairline:#e1e6ed;
--accent:#1f6fb2;--danger:#c7362f;--warning:#965800}
)";

constexpr std::string_view darkColours = R"(
:root{--background:#0f141b;--panel:#141b24;--ink:#e8ecf2;--muted:#8d99ab;--hairline:#2a3340;--accent:#62b0f0;
--danger:#ff6b62;--warning:#f2b13c}
)";

constexpr std::string_view layout = R"(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--background);color:var(--ink);
font:15px/1.5 Inter,"Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif}
main{max-width:1120px;margin:0 auto;padding:40px 32px 64px}
header{border-bottom:1px solid var(--ink);padding-bottom:14px}
h1{font-size:30px;line-height:1.2;margin:4px 0;overflow-wrap:anywhere}
h2{font-size:18px;line-height:1.3;margin:36px 0 10px}
p{margin:0 0 8px;max-width:75ch;overflow-wrap:anywhere}
a{color:var(--accent)}
a:focus-visible,figure:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.kicker{font-size:12px;font-weight:600;letter-spacing:.06em;color:var(--muted)}
.kicker.severe,.severe{color:var(--danger)}
.when,.note,.where{color:var(--muted)}
.note,.where{font-size:13px}
.measures{display:flex;flex-wrap:wrap;gap:12px 40px;margin:0;padding:14px 0;border-bottom:1px solid var(--hairline)}
.measures div{display:flex;flex-direction:column-reverse}
.measures dt{font-size:13px;color:var(--muted)}
.measures dd{margin:0;font-size:24px;line-height:1.3;font-weight:600;font-variant-numeric:tabular-nums}
.measures dd.unknown{font-size:15px;font-weight:400;color:var(--muted)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:14px 0 0;padding:0;list-style:none;font-size:13px}
figure{margin:0 0 14px;overflow-x:auto}
figure svg{display:block;width:100%;min-width:720px;height:auto}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th{text-align:left;font-size:13px;font-weight:600;color:var(--muted);border-bottom:1px solid var(--ink);padding:6px 12px 6px 0;
vertical-align:bottom}
td{border-bottom:1px solid var(--hairline);padding:7px 12px 7px 0;vertical-align:top;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
#events th:last-child{width:56%}
#actions td+td{overflow-wrap:break-word}
#actions td:last-child{white-space:nowrap}
tr:target td{background:var(--panel)}
td.time,td.after,td.kind{white-space:nowrap;overflow-wrap:normal}
td.time{font-weight:600}
td.after{color:var(--muted)}
td.kind svg{width:16px;height:16px;vertical-align:-3px;margin-right:7px}
.detail,.whose{font-size:13px;color:var(--muted);margin-top:3px}
.finding{background:var(--panel);border-left:3px solid var(--warning);border-radius:4px;padding:10px 16px 4px;margin:0 0 10px}
.finding p{margin:0 0 6px}
.small{font-size:13px;margin:0}
.small dt{font-weight:600;overflow-wrap:anywhere}
.small dd{margin:0 0 8px;color:var(--muted);max-width:90ch;overflow-wrap:anywhere}
code{font:12px/1.4 ui-monospace,"DejaVu Sans Mono",Consolas,monospace}
@media (max-width:640px){main{padding:20px 16px}td.after,th:nth-child(2){display:none}td.time{white-space:normal}}
)";

constexpr std::string_view paper = R"(
@media print{
@page{margin:16mm 15mm}
body{font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.measures{gap:10px 24px}
.measures dd{font-size:19px}
td{padding-top:4px;padding-bottom:4px}
.whose{display:inline;margin-left:10px}
main{max-width:none;padding:0}
nav{display:none}
h2{break-after:avoid;margin-top:22px}
figure{overflow:visible;break-inside:avoid}
figure svg{min-width:0}
thead{display:table-header-group}
tr,.finding,.measures div,.small dt,.small dd{break-inside:avoid}
.small dt{break-after:avoid}
p{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
}
)";

} // namespace

std::string htmlStyle(std::string_view pictureLight, std::string_view pictureDark)
{
    std::string style;
    style.append(colours).append(layout).append(pictureLight);
    style.append("@media screen and (prefers-color-scheme:dark){").append(darkColours).append(pictureDark).append("}");
    return style.append(paper);
}

} // namespace downtimeline
