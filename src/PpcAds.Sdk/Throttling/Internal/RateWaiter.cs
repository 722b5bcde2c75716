namespace PpcAds.Sdk.Throttling;

/// <summary>A caller in the queue of its profile.</summary>
internal sealed class RateWaiter(ProfileId profileId, TaskCreationOptions continuations)
{
    private readonly TaskCompletionSource<IRatePermit> _permit = new(continuations);

    public ProfileId ProfileId => profileId;

    public Task<IRatePermit> Permit => _permit.Task;

    public void Grant(IRatePermit permit) => _permit.TrySetResult(permit);

    public void Cancel(CancellationToken cancellationToken) => _permit.TrySetCanceled(cancellationToken);

    public void Fail(Exception exception) => _permit.TrySetException(exception);
}
