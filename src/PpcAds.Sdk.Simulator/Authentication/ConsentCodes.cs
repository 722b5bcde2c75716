using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Simulator.Authentication;

/// <summary>The codes of consents: each good for one time, for a few minutes, for whom it was made.</summary>
internal sealed class ConsentCodes(
    SimulatorOptions options, SimulatorClock clock, SimulatorTokens tokens, SimulatorConsent consent)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ConsentCode> _codes = [];
    private int _made;

    /// <summary>A new code.</summary>
    public string Add(string clientId, string redirectUri, string? challenge, bool challengeIsHashed)
    {
        lock (_gate)
        {
            string code = string.Create(CultureInfo.InvariantCulture, $"ANSimulatedConsentCode{options.Seed}x{++_made}");
            _codes[code] = new ConsentCode(
                clientId, redirectUri, challenge, challengeIsHashed, clock.GetUtcNow() + options.ConsentCodeLifetime);
            return code;
        }
    }

    /// <summary>Takes a code in. Whatever the outcome, it is spent.</summary>
    /// <returns>The new grant's tokens, or the name of the parameter that is wrong.</returns>
    public (string? AccessToken, string? RefreshToken, string? Wrong) Take(
        string code, string clientId, string redirectUri, string? verifier)
    {
        ConsentCode? known;
        lock (_gate)
        {
            _codes.Remove(code, out known);
        }

        string? wrong = known is null || clock.GetUtcNow() >= known.Expiry || known.ClientId != clientId ? "code"
            : known.RedirectUri != redirectUri ? "redirect_uri"
            : !Fits(known, verifier) ? "code_verifier"
            : null;
        if (wrong is not null)
        {
            return (null, null, wrong);
        }

        SimulatorGrant grant = tokens.AddGrant(consent.ProfileIds);
        return (tokens.IssueFirst(grant), grant.RefreshToken, null);
    }

    /// <summary>
    /// RFC 7636, 4.6. A verifier for a code that was requested without a challenge is a downgrade (RFC 9700, 2.1.1) and refused.
    /// </summary>
    private static bool Fits(ConsentCode code, string? verifier) =>
        code.Challenge is null || verifier is null
            ? code.Challenge is null && verifier is null
            : code.Challenge == (code.ChallengeIsHashed
                ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
                : verifier);
}
