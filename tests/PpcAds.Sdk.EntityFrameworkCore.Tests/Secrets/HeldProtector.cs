using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>Holds up the first encryption, so that something can be done between the read and the write of a row.</summary>
internal sealed class HeldProtector(ISecretProtector inner) : ISecretProtector, IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();

    /// <summary>Done when the first encryption begins.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.Set();

    public string Protect(string secret, string purpose)
    {
        if (_reached.TrySetResult())
        {
            _released.Wait();
        }

        return inner.Protect(secret, purpose);
    }

    public string Unprotect(string protectedSecret, string purpose) => inner.Unprotect(protectedSecret, purpose);

    public void Dispose()
    {
        _released.Set();
        _released.Dispose();
    }
}
