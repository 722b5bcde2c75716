using Npgsql;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Exceptions of a database's provider as Entity Framework Core hands them on.</summary>
internal static class WrappedException
{
    public static Exception Of(string state) => new InvalidOperationException(
        "An exception has been raised that is likely due to a transient failure.",
        new InvalidOperationException(
            "An error occurred while saving.", new PostgresException("Failed at db-7.internal:5432", "FATAL", "FATAL", state)));
}
