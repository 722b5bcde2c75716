using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Keeps a ticket in a cookie of its own, encrypted with the host's Data Protection keys: any instance that shares them can take
/// the browser back, and no other browser can come in its place.
/// </summary>
internal sealed class ConnectTickets(IDataProtectionProvider provider)
{
    private const string Purpose = "PpcAds.Sdk.Connect.v1";
    private const string CookiePrefix = ".PpcAds.Connect.";

    /// <summary>Base64url of 32 bytes.</summary>
    private const int StateLength = 43;

    /// <summary>Letters of the state in the cookie's name, so that two tabs do not overwrite one another.</summary>
    private const int NameLength = 8;

    // Fewer escapes: the cookie has little room, and nothing else reads it.
    private static readonly ConnectJsonContext Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    });

    private readonly IDataProtector _protector = provider.CreateProtector(Purpose);

    /// <summary>Whether a text can be a state at all; nothing else is looked up.</summary>
    public static bool IsState(string text) => text.Length == StateLength && Base64Url.IsValid(text);

    public void Give(HttpContext context, ConnectTicket ticket, TimeSpan lifetime)
    {
        byte[] clear = JsonSerializer.SerializeToUtf8Bytes(ticket, Json.ConnectTicket);
        CookieOptions cookie = CookieOf(ticket.RedirectUri);
        cookie.MaxAge = lifetime;
        context.Response.Cookies.Append(NameOf(ticket.State), Base64Url.EncodeToString(_protector.Protect(clear)), cookie);
        CryptographicOperations.ZeroMemory(clear);
    }

    /// <summary>The ticket of this browser for a state; null when it has none, or one that these keys did not make.</summary>
    public ConnectTicket? Find(HttpContext context, string state)
    {
        if (context.Request.Cookies[NameOf(state)] is not { Length: > 0 } cookie || !Base64Url.IsValid(cookie))
        {
            return null;
        }

        try
        {
            byte[] clear = _protector.Unprotect(Base64Url.DecodeFromChars(cookie));
            ConnectTicket? ticket = JsonSerializer.Deserialize(clear, Json.ConnectTicket);
            CryptographicOperations.ZeroMemory(clear);
            return ticket is not null
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ticket.State), Encoding.UTF8.GetBytes(state))
                ? ticket
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public static void Remove(HttpContext context, ConnectTicket ticket) =>
        context.Response.Cookies.Delete(NameOf(ticket.State), CookieOf(ticket.RedirectUri));

    private static string NameOf(string state) => CookiePrefix + state[..NameLength];

    private static CookieOptions CookieOf(Uri redirectUri) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = redirectUri.AbsolutePath,
        Secure = redirectUri.Scheme == Uri.UriSchemeHttps,

        // The way back is a navigation from Amazon's site: Strict would keep the cookie from it, None would send it with
        // anybody's requests.
        SameSite = SameSiteMode.Lax,
    };
}
