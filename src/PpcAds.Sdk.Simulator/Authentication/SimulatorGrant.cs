using System.Globalization;

namespace PpcAds.Sdk.Simulator;

/// <summary>
/// One advertiser's consent: a refresh token, and the profiles that it gives access to. Its methods simulate what advertisers do:
/// revoke the consent, consent again, grant and remove access to a profile.
/// </summary>
public sealed class SimulatorGrant
{
    private readonly Lock _gate = new();
    private readonly string _firstToken;
    private readonly HashSet<long>? _only;
    private readonly HashSet<long> _hidden = [];
    private readonly Dictionary<long, int> _denied = [];
    private readonly Dictionary<long, int> _callsFor = [];
    private int _tokens;

    private readonly SimulatorClock _clock;
    private readonly TimeSpan? _lifetime;

    internal SimulatorGrant(string refreshToken, IEnumerable<long>? profileIds, SimulatorClock clock, TimeSpan? lifetime)
    {
        _firstToken = refreshToken;
        _clock = clock;
        _lifetime = lifetime;
        RefreshToken = refreshToken;
        ConsentedAt = clock.GetUtcNow();
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

    /// <summary>
    /// When the advertiser consented: at the start, or when the code of a consent was redeemed, or with
    /// <see cref="ConsentAnew"/>. Neither refreshing nor rotation changes it; set it to make a consent older.
    /// </summary>
    public DateTimeOffset ConsentedAt
    {
        get
        {
            lock (_gate)
            {
                return field;
            }
        }

        set
        {
            lock (_gate)
            {
                field = value;
            }
        }
    }

    /// <summary>Whether the advertiser took the consent back.</summary>
    public bool IsRevoked { get; private set; }

    /// <summary>
    /// How many calls were made with this grant, token requests too, answered or refused. Counted for good, unlike the log.
    /// </summary>
    public int Calls
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

    /// <summary>How many of <see cref="Calls"/> were for a profile.</summary>
    public int CallsFor(long profileId)
    {
        lock (_gate)
        {
            return _callsFor.GetValueOrDefault(profileId);
        }
    }

    /// <summary>
    /// Revokes the grant: refreshes fail with <c>invalid_grant</c> from now on, and no access token is good any more.
    /// </summary>
    public void Revoke()
    {
        lock (_gate)
        {
            IsRevoked = true;
        }
    }

    /// <summary>
    /// The advertiser consents again: access is as before, under another refresh token, and for the whole time again.
    /// </summary>
    /// <returns>The new refresh token.</returns>
    public string ConsentAnew()
    {
        lock (_gate)
        {
            IsRevoked = false;
            ConsentedAt = _clock.GetUtcNow();
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

    /// <summary>Takes the right to a profile: it is still listed, but calls for it are refused.</summary>
    /// <param name="profileId">The profile.</param>
    /// <param name="status">What calls answer: 401, as for a scope without rights, or 403.</param>
    public void Deny(long profileId, int status = 401)
    {
        if (status is not (401 or 403))
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "Must be 401 or 403.");
        }

        lock (_gate)
        {
            _denied[profileId] = status;
        }
    }

    /// <summary>Lets the grant see and use a profile, one that was hidden or denied or that it never had.</summary>
    public void Show(long profileId)
    {
        lock (_gate)
        {
            _hidden.Remove(profileId);
            _denied.Remove(profileId);
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

    /// <summary>The status that calls for a profile are refused by.</summary>
    internal int? RefusalOf(long profileId)
    {
        lock (_gate)
        {
            return _denied.TryGetValue(profileId, out int status) ? status : null;
        }
    }

    /// <summary>Whether a refresh token is or was this grant's.</summary>
    internal bool Gave(string refreshToken) =>
        refreshToken == _firstToken || refreshToken.StartsWith($"{_firstToken}.", StringComparison.Ordinal);

    internal void Count(long? profileId)
    {
        lock (_gate)
        {
            Calls++;
            if (profileId is { } id)
            {
                _callsFor[id] = _callsFor.GetValueOrDefault(id) + 1;
            }
        }
    }

    /// <summary>Whether a refresh token is this grant's good one; rotates it if asked to.</summary>
    internal bool TryRefresh(string refreshToken, bool rotate)
    {
        lock (_gate)
        {
            bool hasEnded = _clock.GetUtcNow() - ConsentedAt >= _lifetime;
            if (IsRevoked || hasEnded || refreshToken != RefreshToken)
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
