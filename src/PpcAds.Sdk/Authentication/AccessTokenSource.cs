using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Authentication;

/// <summary>
/// The access token of one credential: kept, replaced ahead of its expiry, and refreshed by one request however many
/// calls wait for it.
/// </summary>
internal sealed class AccessTokenSource(
    LwaTokenClient client,
    LwaCredentials credentials,
    AmazonAdsClientOptions options,
    TimeProvider timeProvider,
    TokenMetrics metrics,
    ILogger logger,
    Func<LwaCredentials, LwaCredentials, Task<bool>>? onRotated = null,
    Func<Task<LwaCredentials?>>? findStored = null)
{
    /// <summary>
    /// A token younger than this that is refused is not stale: the profile or the right is wrong, and a new token would be
    /// refused too. So a broken profile costs no refreshes, however often it is called; the call is repeated with the same token,
    /// once.
    /// </summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a refusal applies to all callers: the same credentials would be refused again, and each request counts as a call.
    /// </summary>
    private static readonly TimeSpan RefusalStands = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstStoreDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestStoreDelay = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private LwaCredentials _credentials = credentials;
    private LwaCredentials _stored = credentials;
    private LwaCredentials _storedBefore = credentials;
    private AccessToken? _current;
    private Task<AccessToken>? _refresh;
    private Task? _storing;
    private (AmazonAdsAuthenticationException Exception, long At)? _refusal;

    /// <summary>The credentials, with the newest refresh token.</summary>
    public LwaCredentials Credentials => Volatile.Read(ref _credentials);

    /// <summary>
    /// Whether these are credentials that this source has, or had until a rotation whose outcome the caller did not see yet: a
    /// caller that reads the store during a refresh gets the previous ones. Others are a new connection of the account.
    /// </summary>
    public bool Knows(LwaCredentials credentials) =>
        credentials == Volatile.Read(ref _stored)
            || credentials == Volatile.Read(ref _storedBefore)
            || credentials == Credentials;

    /// <summary>A token that is good for now.</summary>
    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        AccessToken? current = Volatile.Read(ref _current);
        if (current is not null && !current.IsDue(options.RefreshTokenAhead))
        {
            return current;
        }

        try
        {
            return await RefreshAsync(current, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonAdsException exception) when (exception.IsTransient && current is not null && !current.IsExpired)
        {
            AuthenticationLog.RefreshAheadFailed(logger, Credentials.ClientId, current.ExpiresAt, exception);
            return current;
        }
    }

    /// <summary>Called when Amazon refused a token with 401.</summary>
    /// <returns>The token to repeat the call with: the same one when it is too young to be the cause.</returns>
    public async ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, CancellationToken cancellationToken)
    {
        AccessToken? current = Volatile.Read(ref _current);
        if (current is not null && !ReferenceEquals(current, rejected))
        {
            return current;
        }

        return rejected.Age < FreshFor
            ? rejected
            : await RefreshAsync(rejected, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Replaces <paramref name="stale"/>, joining a refresh that is under way. A caller that gives up does not stop it for the
    /// others.
    /// </summary>
    private Task<AccessToken> RefreshAsync(AccessToken? stale, CancellationToken cancellationToken)
    {
        Task<AccessToken> refresh;
        lock (_gate)
        {
            if (_current is not null && !ReferenceEquals(_current, stale))
            {
                return Task.FromResult(_current);
            }

            if (_refusal is { } refusal && timeProvider.GetElapsedTime(refusal.At) < RefusalStands)
            {
                return Task.FromException<AccessToken>(refusal.Exception);
            }

            // Off this thread, so that no request is built or sent while the lock is held.
            refresh = _refresh ??= Task.Run(() => metrics.RefreshAsync(RequestTokenAsync), CancellationToken.None);
        }

        return refresh.WaitAsync(cancellationToken);
    }

    private async Task<AccessToken> RequestTokenAsync()
    {
        AccessToken? token = null;
        AmazonAdsAuthenticationException? refused = null;
        try
        {
            long issuedAt = timeProvider.GetTimestamp();
            (LwaCredentials used, LwaTokenResponse response) = await RefreshStoredAsync().ConfigureAwait(false);
            if (response.RefreshToken is { Length: > 0 } refreshToken && refreshToken != used.RefreshToken)
            {
                Volatile.Write(ref _credentials, used.WithRefreshToken(refreshToken));
            }

            token = new AccessToken(response.AccessToken!, response.Lifetime, issuedAt, timeProvider);
            await StoreRotatedAsync().ConfigureAwait(false);
            AuthenticationLog.TokenRefreshed(logger, used.ClientId, token.ExpiresAt);
            return token;
        }
        catch (AmazonAdsAuthenticationException exception) when (!exception.IsTransient)
        {
            refused = exception;
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _current = token ?? _current;
                _refusal = refused is null ? null : (refused, timeProvider.GetTimestamp());
                _refresh = null;
            }
        }
    }

    /// <summary>
    /// Refreshes; when the grant seems dead, first by what is stored now: another process may have rotated the refresh token, or
    /// the account may have been connected again.
    /// </summary>
    private async Task<(LwaCredentials Used, LwaTokenResponse Response)> RefreshStoredAsync()
    {
        LwaCredentials used = Credentials;
        try
        {
            return (used, await client.RefreshAsync(used, CancellationToken.None).ConfigureAwait(false));
        }
        catch (AmazonAdsAuthenticationException exception) when (exception.NeedsConsent && findStored is not null)
        {
            if (await FindStoredAsync(findStored).ConfigureAwait(false) is not { } stored || Knows(stored))
            {
                throw;
            }

            LwaTokenResponse response = await client.RefreshAsync(stored, CancellationToken.None).ConfigureAwait(false);
            AuthenticationLog.StoredCredentialsTaken(logger, stored.ClientId);
            Volatile.Write(ref _storedBefore, _stored);
            Volatile.Write(ref _stored, stored);
            Volatile.Write(ref _credentials, stored);
            return (stored, response);
        }
    }

    private async Task<LwaCredentials?> FindStoredAsync(Func<Task<LwaCredentials?>> find)
    {
        try
        {
            return await find().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The refusal is what the caller must hear of, not the store.
            AuthenticationLog.StoredCredentialsNotRead(logger, Credentials.ClientId, exception);
            return null;
        }
    }

    /// <summary>
    /// Hands a rotated refresh token to the store. A store that fails must not fail the call, whose token is good; it is
    /// asked again soon, until it has it.
    /// </summary>
    private async Task StoreRotatedAsync()
    {
        if (!await TryStoreRotatedAsync().ConfigureAwait(false))
        {
            lock (_gate)
            {
                _storing ??= Task.Run(StoreUntilDoneAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// A rotated token that is lost with the process ends the grant, so nothing waits for the next refresh, an hour away. Ends
    /// with the token's store, or with the process.
    /// </summary>
    private async Task StoreUntilDoneAsync()
    {
        for (TimeSpan delay = FirstStoreDelay; ; delay = delay * 2 < LongestStoreDelay ? delay * 2 : LongestStoreDelay)
        {
            await Task.Delay(delay, timeProvider).ConfigureAwait(false);
            if (await TryStoreRotatedAsync().ConfigureAwait(false))
            {
                lock (_gate)
                {
                    // A further rotation that failed meanwhile counts on this loop.
                    if (Credentials == _stored)
                    {
                        _storing = null;
                        return;
                    }
                }
            }
        }
    }

    /// <returns>Whether nothing is left to store.</returns>
    private async Task<bool> TryStoreRotatedAsync()
    {
        LwaCredentials current = Credentials;
        if (current == Volatile.Read(ref _stored) || onRotated is null)
        {
            return true;
        }

        try
        {
            bool stored = await onRotated(_stored, current).ConfigureAwait(false);
            Volatile.Write(ref _storedBefore, _stored);
            Volatile.Write(ref _stored, current);
            AuthenticationLog.RefreshTokenRotated(logger, current.ClientId, stored);
            return true;
        }
        catch (Exception exception)
        {
            AuthenticationLog.RotatedTokenNotStored(logger, current.ClientId, exception);
            return false;
        }
    }
}
