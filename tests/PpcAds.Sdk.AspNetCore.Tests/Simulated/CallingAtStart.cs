using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.AspNetCore.Tests.Simulated;

/// <summary>A service of the host's that calls Amazon while the host starts.</summary>
internal sealed class CallingAtStart(CredentialVerifier verifier, LwaCredentials credentials) : IHostedService
{
    public int Profiles { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken) =>
        Profiles = (await verifier.VerifyAsync(credentials, null, cancellationToken)).Profiles.Count;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
