//! What the empty search line says: an example of a filter that fits what is shown.

use crate::app::{State, View};
use crate::fields::{Field, Log};
use crate::insights::PageSpec;
use crate::texts::text;

/// The hint for what the window shows.
pub(super) fn hint(state: &State) -> String {
    let example = match state.view {
        View::Log(log) => of_log(log),
        View::Insights => of_page(state.insights.options.place.spec(), state.columns.offers(Field::Department)),
        View::Errors | View::Sources => of_log(Log::Interactive),
    };
    text!("filter-search-hint", example = example)
}

/// An example with fields that the log has.
fn of_log(log: Log) -> &'static str {
    match log {
        Log::Interactive | Log::NonInteractive | Log::ServicePrincipal | Log::ManagedIdentity | Log::AdFs => {
            "status:failure -country:US"
        }
        Log::Audit => "status:failure -category:Policy",
        Log::Provisioning => "status:failure -action:create",
        Log::RiskyUsers | Log::RiskyWorkloads => "risk:>=medium -risk_state:dismissed",
        Log::RiskDetections => "risk:>=medium -country:US",
        Log::Activity | Log::ActivitySignIns => "status:failure -service:Exchange",
    }
}

/// An example that asks what the page is for: its subject is not asked again.
fn of_page(page: &PageSpec, has_directory: bool) -> &'static str {
    match page.key {
        "applications" => "client:browser -country:US",
        "application" | "resource" => "status:failure -mfa:yes",
        "users" | "groups" if has_directory => "department:Sales -country:US",
        "users" | "groups" => "risk:>=medium -country:US",
        "user" | "group" => "status:failure app:Teams",
        "time_line" => "status:failure last:7d",
        "service-principals" | "service-principal" | "adfs" => "status:failure -ip:10.0.0.0/8",
        "authentication" => "mfa:no status:success",
        "conditional-access" | "policy" => "ca_status:failure -country:US",
        "errors" => "error:50126,50053 -country:US",
        "clients" => "client:legacy status:success",
        "places" => "status:success -country:US",
        "risk" => "risk:>=medium -risk_state:dismissed",
        _ => page.logs.iter().next().map_or("status:failure", of_log),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::pages;
    use crate::query::Query;

    fn parsed(example: &str) -> Query {
        example.parse().unwrap_or_else(|error| panic!("{example}: {error}"))
    }

    #[test]
    fn the_example_of_each_log_is_a_filter_that_it_has_the_fields_for() {
        for log in Log::ALL {
            let query = parsed(of_log(log));
            assert!(query.parts().len() == 2 && query.for_log(log) == query, "{}", log.key());
        }
    }

    #[test]
    fn the_example_of_each_page_is_a_filter_that_all_its_logs_have_the_fields_for() {
        for page in &pages::ALL {
            for has_directory in [false, true] {
                let query = parsed(of_page(page, has_directory));
                assert_eq!(query.parts().len(), 2, "{}", page.key);
                for log in page.logs.iter() {
                    assert_eq!(query.for_log(log), query, "{} in {}", page.key, log.key());
                }
            }
        }
    }

    #[test]
    fn pages_do_not_all_give_the_same_example() {
        let mut examples: Vec<&str> = pages::ALL.iter().map(|page| of_page(page, true)).collect();
        examples.sort_unstable();
        examples.dedup();
        assert!(examples.len() > 10, "{examples:?}");
    }
}
