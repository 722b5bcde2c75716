namespace PpcAds.Sdk.Cases.Tests.Worlds;

/// <summary>Where a world stores what it loads.</summary>
public enum CaseStore
{
    /// <summary>In memory.</summary>
    InMemory,

    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database.</summary>
    PostgreSql,
}
