using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>The tables as SQL names them, with their schema if they have one.</summary>
internal sealed class TableNames
{
    private readonly string _prefix;

    public TableNames(DbContext context)
    {
        string? schema = context.Model.FindEntityType(typeof(PpcPerformanceRecord))?.GetViewSchema();
        _prefix = schema is null ? "" : $"\"{schema}\".";
    }

    public string Accounts => _prefix + PpcAdsTables.Accounts;

    public string Facts => _prefix + FactTable.Name;

    public string Changes => _prefix + ChangeTable.Name;

    public string DayLoads => _prefix + PpcAdsTables.DayLoads;

    public string Scopes => _prefix + PpcAdsTables.Scopes;

    public string Days => _prefix + PpcAdsTables.Days;

    public string Jobs => _prefix + PpcAdsTables.Jobs;

    public string DatasetRefusals => _prefix + PpcAdsTables.DatasetRefusals;

    public string Leases => _prefix + PpcAdsTables.Leases;

    public string LearnedRates => _prefix + PpcAdsTables.LearnedRates;

    public string Loads => _prefix + PpcAdsTables.Loads;

    public string QueuedRuns => _prefix + PpcAdsTables.QueuedRuns;

    public string Issues => _prefix + PpcAdsTables.Issues;

    public string Of(string table) => _prefix + table;
}
