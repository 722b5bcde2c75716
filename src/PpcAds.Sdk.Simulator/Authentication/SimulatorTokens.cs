using System.Globalization;

namespace PpcAds.Sdk.Simulator;

/// <summary>The tokens that were given out.</summary>
public sealed class SimulatorTokens
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _expiryByAccessToken = [];
    private readonly SimulatorClock _clock;
    private readonly SimulatorOptions _options;
    private string _refreshToken;
    private bool _revoked;
    private int _issued;
    private int _rotations;

    internal SimulatorTokens(SimulatorOptions options, SimulatorClock clock)
    {
        _options = options;
        _clock = clock;
        _refreshToken = options.RefreshToken;
    }

    /// <summary>The refresh token that is good now; rotation changes it.</summary>
    public string RefreshToken
    {
        get
        {
            lock (_gate)
            {
                return _refreshToken;
            }
        }
    }

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

    /// <summary>Makes every access token stale at once, before its time.</summary>
    public void ExpireAll()
    {
        lock (_gate)
        {
            _expiryByAccessToken.Clear();
        }
    }

    /// <summary>Revokes the grant, as an advertiser does: refreshes fail with <c>invalid_grant</c> from now on.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            _revoked = true;
            _expiryByAccessToken.Clear();
        }
    }

    internal bool IsGood(string accessToken)
    {
        lock (_gate)
        {
            return _expiryByAccessToken.TryGetValue(accessToken, out DateTimeOffset expiry) && _clock.GetUtcNow() < expiry;
        }
    }

    /// <summary>A new access token for the refresh token, or null when that is dead.</summary>
    internal (string AccessToken, string RefreshToken)? Refresh(string refreshToken, bool rotate)
    {
        lock (_gate)
        {
            if (_revoked || refreshToken != _refreshToken)
            {
                return null;
            }

            if (rotate)
            {
                _refreshToken = string.Create(CultureInfo.InvariantCulture, $"{_options.RefreshToken}.{++_rotations}");
            }

            string accessToken = string.Create(CultureInfo.InvariantCulture, $"Atza|SimulatedAccessToken{_options.Seed}x{++_issued}");
            _expiryByAccessToken[accessToken] = _clock.GetUtcNow() + _options.AccessTokenLifetime;
            return (accessToken, _refreshToken);
        }
    }
}
