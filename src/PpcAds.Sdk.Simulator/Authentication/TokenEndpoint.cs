using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PpcAds.Sdk.Simulator.Http;

namespace PpcAds.Sdk.Simulator.Authentication;

/// <summary>Login with Amazon: the token endpoint, which takes a form and nothing else.</summary>
internal sealed class TokenEndpoint(SimulatorOptions options, SimulatorTokens tokens, SimulatorQuirks quirks)
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
        foreach (string field in (string[])["grant_type", "client_id", "client_secret"])
        {
            if (Value(form, field).Length == 0)
            {
                return Error(400, "invalid_request", $"The request is missing a required parameter : {field}");
            }
        }

        if (Value(form, "grant_type") != "refresh_token")
        {
            return Error(400, "unsupported_grant_type", "The authorization grant type is not supported by the simulator.");
        }

        if (Value(form, "client_id") != options.ClientId || Value(form, "client_secret") != options.ClientSecret)
        {
            return Error(401, "invalid_client", "Client authentication failed");
        }

        if (Value(form, "refresh_token").Length == 0)
        {
            return Error(400, "invalid_request", "The request is missing a required parameter : refresh_token");
        }

        return tokens.Refresh(Value(form, "refresh_token"), quirks.RotateRefreshToken) is { } pair
            ? Answer.Of(200, new JsonObject
            {
                ["access_token"] = pair.AccessToken,
                ["refresh_token"] = pair.RefreshToken,
                ["token_type"] = "bearer",
                ["expires_in"] = (int)options.AccessTokenLifetime.TotalSeconds,
            })
            : Error(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.");
    }

    private static string Value(Dictionary<string, StringValues> form, string field) =>
        form.TryGetValue(field, out StringValues values) && values.Count == 1 ? values[0] ?? "" : "";

    private static Answer Error(int status, string code, string text) =>
        Answer.Of(status, new JsonObject { ["error"] = code, ["error_description"] = text });
}
