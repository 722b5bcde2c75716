using System.Buffers.Text;
using System.Net;
using System.Text;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>Encodes a secret and does not encrypt it: what the search in a dump is there to find.</summary>
internal sealed class TransparentProtector(string form) : ISecretProtector
{
    public string Protect(string secret, string purpose)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(secret);
        byte[] shifted = [.. new byte[form[^1] is '1' or '2' ? form[^1] - '0' : 0], .. bytes];
        return form switch
        {
            "raw" => secret,
            "hex" => Convert.ToHexStringLower(bytes),
            "hex in capitals" => Convert.ToHexString(bytes),
            "URL-encoded" => Uri.EscapeDataString(secret),
            "form-encoded" => WebUtility.UrlEncode(secret),
            _ when form.StartsWith("base64url", StringComparison.Ordinal) => Base64Url.EncodeToString(shifted),
            _ => Convert.ToBase64String(shifted),
        };
    }

    public string Unprotect(string protectedSecret, string purpose) => throw new NotSupportedException();
}
