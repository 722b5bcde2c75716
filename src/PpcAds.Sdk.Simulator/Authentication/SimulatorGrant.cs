using System.Globalization;

namespace PpcAds.Sdk.Simulator;

/// <summary>
/// One advertiser's consent: a refresh token, and the profiles that it lets see. What happens to it stands for what advertisers do:
/// revoke, consent anew, give and take access to a profile.
/// </summary>
public sealed class SimulatorGrant
{
    private readonly Lock _gate = new();
    private readonly string _firstToken;
    private readonly HashSet<long>? _only;
    private readonly HashSet<long> _hidden = [];
    private int _tokens;

    internal SimulatorGrant(string refreshToken, IEnumerable<long>? profileIds)
    {
        _firstToken = refreshToken;
        RefreshToken = refreshToken;
        _only = profileIds is null ? null : [.. profileIds];
    }

    /// <summary>The refresh token that is good now; rotation and a new consent change it.</summary>
    public string RefreshToken
    {
        get
        {
            lock (_gate)
            {
                return field;
            }
        }

        private set;
    }

    /// <summary>Whether the advertiser took the consent back.</summary>
    public bool IsRevoked { get; private set; }

    /// <summary>Revokes the grant: refreshes fail with <c>invalid_grant</c> from now on, and no access token is good any more.</summary>
    public void Revoke()
    {
        lock (_gate)
        {
            IsRevoked = true;
        }
    }

    /// <summary>The advertiser consents anew: access is as before, under another refresh token.</summary>
    /// <returns>The new refresh token.</returns>
    public string ConsentAnew()
    {
        lock (_gate)
        {
            IsRevoked = false;
            return NextToken();
        }
    }

    /// <summary>Takes a profile out of the grant's sight: no longer listed, and calls for it are refused.</summary>
    public void Hide(long profileId)
    {
        lock (_gate)
        {
            _hidden.Add(profileId);
        }
    }

    /// <summary>Lets the grant see a profile, one that was hidden or that it never had.</summary>
    public void Show(long profileId)
    {
        lock (_gate)
        {
            _hidden.Remove(profileId);
            _only?.Add(profileId);
        }
    }

    internal bool Sees(long profileId)
    {
        lock (_gate)
        {
            return !_hidden.Contains(profileId) && _only?.Contains(profileId) != false;
        }
    }

    /// <summary>Whether a refresh token is this grant's good one; rotates it if asked to.</summary>
    internal bool TryRefresh(string refreshToken, bool rotate)
    {
        lock (_gate)
        {
            if (IsRevoked || refreshToken != RefreshToken)
            {
                return false;
            }

            if (rotate)
            {
                NextToken();
            }

            return true;
        }
    }

    private string NextToken() => RefreshToken = string.Create(CultureInfo.InvariantCulture, $"{_firstToken}.{++_tokens}");
}
