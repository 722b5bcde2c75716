using System.Text.RegularExpressions;

namespace PpcAds.Sdk.Http;

/// <summary>Takes secrets out of text that came from outside, before it enters a message or a log.</summary>
internal sealed partial class SecretRedactor(params IEnumerable<string> secrets)
{
    private const string Mark = "[secret]";
    private const int ShortestLiteral = 6;

    private readonly string[] _literals =
    [
        .. secrets.SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) })
            .Where(secret => secret.Length >= ShortestLiteral)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length),
    ];

    public string Redact(string text)
    {
        foreach (string literal in _literals)
        {
            text = text.Replace(literal, Mark, StringComparison.Ordinal);
        }

        text = LwaToken().Replace(text, Mark);
        text = Bearer().Replace(text, "Bearer " + Mark);
        return NamedSecret().Replace(text, "$1" + Mark);
    }

    // Access and refresh tokens, plain or percent-encoded, and the newer client secrets.
    [GeneratedRegex("""Atz[ar](\||%7[cC])[^\s"'<>&\\]*|amzn1\.oa2-cs\.[\w.-]+""", RegexOptions.CultureInvariant)]
    private static partial Regex LwaToken();

    [GeneratedRegex("""Bearer\s+[^\s"'<>&\\]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    // name=value as in forms and presigned URLs, "name":"value" as in JSON.
    [GeneratedRegex(
        """((?:client_secret|refresh_token|access_token|code_verifier|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token)["']?\s*[=:]\s*["']?)[^\s"'<>&\\,}]+""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedSecret();
}
