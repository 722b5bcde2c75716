using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Authentication;

/// <summary>Login with Amazon: the token endpoint, which takes a form and nothing else.</summary>
internal sealed class TokenEndpoint(SimulatorOptions options, SimulatorTokens tokens, ConsentCodes codes, SimulatorQuirks quirks)
{
    public const string Operation = "lwa.token";

    public Answer Handle(IncomingCall call)
    {
        if (call.Method != "POST")
        {
            return Error(405, "invalid_request", "Only POST is taken here.");
        }

        if (call.Query.Count > 0)
        {
            return Error(400, "invalid_request", "Parameters belong into the body, not into the address.");
        }

        string mediaType = (call.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return Error(400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
        }

        Dictionary<string, StringValues> form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        if (!form.ContainsKey("client_secret")
            && call.Header("Authorization") is { } header
            && !AddBasicCredentials(form, header))
        {
            return Error(401, "invalid_client", "The Authorization header must be Basic with the client's id and secret.");
        }

        foreach (string field in (string[])["grant_type", "client_id", "client_secret"])
        {
            if (Missing(form, field) is { } error)
            {
                return error;
            }
        }

        string grantType = Value(form, "grant_type");
        if (grantType is not ("refresh_token" or "authorization_code"))
        {
            return Error(400, "unsupported_grant_type", "The authorization grant type is not supported by the simulator.");
        }

        if (Value(form, "client_id") != options.ClientId || Value(form, "client_secret") != options.ClientSecret)
        {
            return Error(401, "invalid_client", "Client authentication failed");
        }

        return grantType == "refresh_token" ? Refresh(form) : Exchange(form);
    }

    /// <summary>
    /// RFC 6749, 2.3.1: a client may name itself in a header instead of the body, its id and secret encoded as in a form.
    /// </summary>
    private static bool AddBasicCredentials(Dictionary<string, StringValues> form, string header)
    {
        Span<byte> bytes = stackalloc byte[1024];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out int length)
            || Encoding.UTF8.GetString(bytes[..length]).Split(':') is not [{ } id, { } secret])
        {
            return false;
        }

        id = WebUtility.UrlDecode(id);
        bool fits = !form.ContainsKey("client_id") || Value(form, "client_id") == id;
        form["client_id"] = id;
        form["client_secret"] = WebUtility.UrlDecode(secret);
        return fits;
    }

    private Answer Refresh(Dictionary<string, StringValues> form)
    {
        if (Missing(form, "refresh_token") is { } error)
        {
            return error;
        }

        return tokens.Refresh(Value(form, "refresh_token"), quirks.RotateRefreshToken) is { } pair
            ? Tokens(pair.AccessToken, pair.RefreshToken)
            : Error(
                400,
                "invalid_grant",
                "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the "
                + "permission.");
    }

    private Answer Exchange(Dictionary<string, StringValues> form)
    {
        if ((Missing(form, "code") ?? Missing(form, "redirect_uri")) is { } error)
        {
            return error;
        }

        string? verifier = form.ContainsKey("code_verifier") ? Value(form, "code_verifier") : null;
        (string? accessToken, string? refreshToken, string? wrong) = codes.Take(
            Value(form, "code"), Value(form, "client_id"), Value(form, "redirect_uri"), verifier);
        return wrong is null
            ? Tokens(accessToken!, refreshToken!)
            : Error(400, "invalid_grant", $"The request has an invalid grant parameter : {wrong}");
    }

    private Answer Tokens(string accessToken, string refreshToken) => Answer.Of(200, new JsonObject
    {
        ["access_token"] = accessToken,
        ["refresh_token"] = refreshToken,
        ["token_type"] = "bearer",
        ["expires_in"] = (int)options.AccessTokenLifetime.TotalSeconds,
    });

    private static Answer? Missing(Dictionary<string, StringValues> form, string field) =>
        Value(form, field).Length == 0
            ? Error(400, "invalid_request", $"The request is missing a required parameter : {field}")
            : null;

    private static string Value(Dictionary<string, StringValues> form, string field) =>
        form.TryGetValue(field, out StringValues values) && values.Count == 1 ? values[0] ?? "" : "";

    private static Answer Error(int status, string code, string text) =>
        Answer.Of(status, new JsonObject { ["error"] = code, ["error_description"] = text });
}
