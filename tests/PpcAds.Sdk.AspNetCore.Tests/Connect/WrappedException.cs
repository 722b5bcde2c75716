using System.Data.Common;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Exceptions of a database's provider as Entity Framework Core hands them on.</summary>
internal static class WrappedException
{
    public static Exception Of(string state) => new InvalidOperationException(
        "An exception has been raised that is likely due to a transient failure.",
        new InvalidOperationException("An error occurred while saving.", new ProviderException(state)));

    private sealed class ProviderException(string state) : DbException("Failed at db-7.internal:5432")
    {
        public override string SqlState => state;
    }
}
