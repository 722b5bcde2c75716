using System.Diagnostics.CodeAnalysis;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>Days of a profile and dataset that hold no row, into which a load may write.</summary>
[Experimental(Experimentals.StoreMakers)]
public sealed class DirectTarget
{
    internal DirectTarget(string table, int scopeId, StagingTable staging, LoadScope scope, DateTimeOffset now)
    {
        Table = table;
        ScopeId = scopeId;
        Staging = staging;
        Scope = scope;
        Now = now;
    }

    /// <summary>The table's name, with its schema.</summary>
    public string Table { get; }

    /// <summary>Gets the number that stands for profile and dataset in each row.</summary>
    public int ScopeId { get; }

    /// <summary>What rows are made of, and where they go if they cannot stay.</summary>
    public StagingTable Staging { get; }

    /// <summary>Whose rows.</summary>
    public LoadScope Scope { get; }

    /// <summary>When they change.</summary>
    public DateTimeOffset Now { get; }
}
