using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Model;

/// <summary>Amounts as whole millionths, for a database that has no decimals.</summary>
internal sealed class MicrosConverter() : ValueConverter<decimal, long>(
    amount => (long)decimal.Round(amount * PerformanceMetrics.MicrosPerUnit),
    micros => micros / (decimal)PerformanceMetrics.MicrosPerUnit);
