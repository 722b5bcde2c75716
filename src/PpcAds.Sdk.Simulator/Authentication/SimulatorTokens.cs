using System.Globalization;

namespace PpcAds.Sdk.Simulator;

/// <summary>The grants, and the access tokens that were given out.</summary>
public sealed class SimulatorTokens
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (SimulatorGrant Grant, DateTimeOffset Expiry)> _accessTokens = [];
    private readonly List<SimulatorGrant> _grants;
    private readonly SimulatorClock _clock;
    private readonly SimulatorOptions _options;
    private int _issued;

    internal SimulatorTokens(SimulatorOptions options, SimulatorClock clock)
    {
        _options = options;
        _clock = clock;
        _grants = [new SimulatorGrant(options.RefreshToken, null, clock, options.ConsentLifetime)];
    }

    /// <summary>The grants; the first one, which sees every profile, is there from the start.</summary>
    public IReadOnlyList<SimulatorGrant> Grants
    {
        get
        {
            lock (_gate)
            {
                return [.. _grants];
            }
        }
    }

    /// <summary>The first grant's refresh token that is good now; rotation changes it.</summary>
    public string RefreshToken => _grants[0].RefreshToken;

    /// <summary>How many access tokens were given out.</summary>
    public int Issued
    {
        get
        {
            lock (_gate)
            {
                return _issued;
            }
        }
    }

    /// <summary>Adds another advertiser's consent.</summary>
    /// <param name="profileIds">The profiles that it lets see; <see langword="null"/> for all.</param>
    public SimulatorGrant AddGrant(IEnumerable<long>? profileIds = null)
    {
        lock (_gate)
        {
            string refreshToken = string.Create(CultureInfo.InvariantCulture, $"{_options.RefreshToken}g{_grants.Count}");
            var grant = new SimulatorGrant(refreshToken, profileIds, _clock, _options.ConsentLifetime);
            _grants.Add(grant);
            return grant;
        }
    }

    /// <summary>Expires every access token immediately.</summary>
    public void ExpireAll()
    {
        lock (_gate)
        {
            _accessTokens.Clear();
        }
    }

    /// <summary>Revokes the first grant, as an advertiser does: refreshes fail with <c>invalid_grant</c> from now on.</summary>
    public void Revoke() => _grants[0].Revoke();

    /// <summary>The grant behind an access token that is good now. The call counts for the grant in any case.</summary>
    internal SimulatorGrant? Find(string accessToken, long? profileId)
    {
        lock (_gate)
        {
            bool isKnown = _accessTokens.TryGetValue(accessToken, out var known);
            if (isKnown)
            {
                known.Grant.Count(profileId);
            }

            return isKnown && _clock.GetUtcNow() < known.Expiry && !known.Grant.IsRevoked
                ? known.Grant
                : null;
        }
    }

    /// <summary>A new access token for the refresh token, or null when that is dead.</summary>
    internal (string AccessToken, string RefreshToken)? Refresh(string refreshToken, bool rotate)
    {
        lock (_gate)
        {
            SimulatorGrant? grant = _grants.Find(known => known.Gave(refreshToken));
            grant?.Count(null);
            if (grant?.TryRefresh(refreshToken, rotate) != true)
            {
                return null;
            }

            return (Issue(grant), grant.RefreshToken);
        }
    }

    /// <summary>The first access token of a grant that an advertiser gave just now.</summary>
    internal string IssueFirst(SimulatorGrant grant)
    {
        lock (_gate)
        {
            grant.Count(null);
            return Issue(grant);
        }
    }

    private string Issue(SimulatorGrant grant)
    {
        string accessToken = string.Create(CultureInfo.InvariantCulture, $"Atza|SimulatedAccessToken{_options.Seed}x{++_issued}");
        _accessTokens[accessToken] = (grant, _clock.GetUtcNow() + _options.AccessTokenLifetime);
        return accessToken;
    }
}
