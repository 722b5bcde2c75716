namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>Texts that are good nowhere.</summary>
internal static class AttackTexts
{
    /// <summary>As they stand in JSON between quotes.</summary>
    public static readonly string[] InJson =
    [
        @"\u0000", @"a\u0000b", @"sp.campaign\u0000", @"2026-03-01\u0000", @"\ud800", @"a\udc00", @"\ud800\ud800", @"\udfff\ud83d",
        @"a\u2028b", @"a\u2029b", @"a\u202Eb", @"a\u2066b", @"a\u200Fb", @"a\u001Bb", @"a\r\nb", @"\u007f", new('x', 10_000),
    ];

    /// <summary>As they stand in a query, escaped.</summary>
    public static readonly string[] InQuery =
    [
        "%00", "1%00", "%001", "a%00b", "%ED%A0%80", "%ED%A0%80%ED%B0%80", "%FF", "%C0%80", "%", "%u0000", "%E2%80%A8",
        "1%E2%80%A8", "%E2%80%AE", "1%0D%0ASet-Cookie:%20a=b", "%1B", "%D9%A1", "%EF%BC%91", "+1", "%201", "1%20", "1%09", "1.0", "1e1", "0x1", "-1", "0", "99999999999999999999",
        "9223372036854775808", "1~", "~", "'%20OR%201=1--", new('1', 7000), new('x', 7000),
    ];

    /// <summary>Longer than the server takes.</summary>
    public static readonly string TooLong = new('x', 10_000);

    /// <summary>Values that are no texts, in JSON.</summary>
    public static readonly string[] WrongTypes = ["1", "-1.5e300", "true", "{}", "{\"a\":null}", "[[]]", "[{}]", "[1]"];

    /// <summary>Bodies that are no objects, or none that can be read.</summary>
    public static readonly string[] NoObjects =
    [
        "null", "true", "1", "\"text\"", "[]", "[{}]", "{", "}", "{}{}", "{}x", "{,}", "{\"a\":1,}", "{'a':1}", "{a:1}",
        "{\"a\":NaN}", "{\"a\":01}", "{/**/}", "// a\n{}", "\uFEFF{}", "\0", "{}\0", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
        "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}",
        "{\"\\ud800\":1}", "{\"\\u0000\":1}", "{\"\":1}", "{\"$\":1}", "{\"__proto__\":{}}",
        Deep(9), Deep(2000), "{\"a\":" + new string('[', 2000) + new string(']', 2000) + "}", "{\"a\":" + new string('9', 10_000) + "}",
        $"{{\"{new string('x', 10_000)}\":1}}", "[" + string.Join(',', Enumerable.Repeat("null", 3000)) + "]",
    ];

    private static string Deep(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
}
