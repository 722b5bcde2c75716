using System.Globalization;
using System.Text.Json;

namespace PpcAds.Sdk.Authentication;

/// <summary>The answer of the token endpoint, read member by member: an odd one must not cost the others.</summary>
internal sealed record LwaTokenResponse
{
    /// <summary>Login with Amazon, "Access Token Response", names 2048 bytes.</summary>
    private const int LongestToken = 4096;

    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    public string? AccessToken { get; init; }

    /// <summary>
    /// How long the access token lives: an hour when the answer does not say it, and never longer, so that an odd number does not
    /// keep a dead token.
    /// </summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>Absent, or the same as before; no rotation is documented, but a new one is kept.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>What is wrong with the access token; null when it can be sent.</summary>
    public string? Problem => AccessToken switch
    {
        null => "no access_token",
        { Length: 0 } => "an empty access_token",
        { Length: > LongestToken } => $"an access_token of more than {LongestToken} characters",
        _ when !IsSendable(AccessToken) => "an access_token that no HTTP header can hold",
        _ => null,
    };

    /// <exception cref="JsonException">The answer is no object.</exception>
    public static LwaTokenResponse Read(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object was expected.");
        }

        string? refreshToken = TextOf(root, "refresh_token");
        return new LwaTokenResponse
        {
            AccessToken = TextOf(root, "access_token"),
            Lifetime = SecondsOf(root) is > 0 and < 3600 and var seconds ? TimeSpan.FromSeconds(seconds) : UsualLifetime,

            // One that cannot be sent must not take the place of one that works.
            RefreshToken = refreshToken is { Length: > 0 and <= LongestToken } && IsSendable(refreshToken) ? refreshToken : null,
        };
    }

    public override string ToString() => $"token response, {Lifetime}";

    private static bool IsSendable(string token) => token.All(letter => letter is > ' ' and <= '~');

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? SecondsOf(JsonElement root) =>
        root.TryGetProperty("expires_in", out JsonElement value)
        && value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            ? seconds
            : null;
}
