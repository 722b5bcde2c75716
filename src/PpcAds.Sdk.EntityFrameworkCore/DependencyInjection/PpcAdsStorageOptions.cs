using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>How the tables come to be.</summary>
/// <param name="MigrateOnStartup">
/// Whether the context's migrations run when the host starts. For the SDK's own contexts only: an application migrates its own.
/// </param>
[Experimental(Experimentals.StoreMakers)]
public sealed record PpcAdsStorageOptions(bool MigrateOnStartup);
